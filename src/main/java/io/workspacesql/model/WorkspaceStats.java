package io.workspacesql.model;

/** The answer of {@code GET /workspaces/stats}: numbers of workspaces. */
public record WorkspaceStats(long active, long inactive, long total) {

  /** Whether the parts make the whole; if not, the numbers must not answer a COUNT. */
  public boolean addsUp() {
    return active >= 0 && inactive >= 0 && active + inactive == total;
  }
}
