package io.workspacesql.plan;

/**
 * How many requests a scan may send that needs one per workspace.
 *
 * @param allowed by the connection where the statement does not name the workspaces; 0 = none
 */
public record FanOut(int allowed) {
  /** Workspaces that a statement may name, or a join bring, without further permission. */
  public static final int NAMED = 100;

  /** Of workspaces that the statement names only. */
  public static final FanOut NONE = new FanOut(0);

  /** The most requests. */
  public int most(boolean named) {
    return named ? Math.max(NAMED, allowed) : allowed;
  }
}
