package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.error.PrintableText;
import io.workspacesql.plan.TokenScope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one session knows of the workspace that its token is for, if it is a scoped one. Its id and
 * its organization never change; its name may, and it may be deleted, so that what is known serves
 * for {@link #FRESH}. Safe for use by several threads.
 */
final class TokenWorkspace {
  static final Duration FRESH = Duration.ofMinutes(1);

  private static final int SHOWN_NAME = 100;

  private final WorkspacesApi api;
  private final LongSupplier nanoTime;
  private volatile @Nullable Known known;
  private volatile @Nullable String refused;

  TokenWorkspace(WorkspacesApi api, LongSupplier nanoTime) {
    this.api = api;
    this.nanoTime = nanoTime;
  }

  /** Null = the token is no scoped one. */
  @Nullable TokenScope scope() {
    Known now = known;
    return now == null
        ? null
        : new TokenScope(
            now.workspace().id(),
            now.workspace().name(),
            isFresh(now),
            now.workspace().organizationId(),
            now.label(),
            api.ownWorkspacePath(),
            refused == null);
  }

  void learn(ScopedWorkspace workspace) {
    known = new Known(workspace, label(workspace), nanoTime.getAsLong());
  }

  private String label(ScopedWorkspace workspace) {
    String name = workspace.name();
    return name == null
        ? workspace.id()
        : "'%s' (%s)"
            .formatted(PrintableText.of(api.withoutToken(name), SHOWN_NAME), workspace.id());
  }

  boolean isFresh() {
    Known now = known;
    return now != null && isFresh(now);
  }

  private boolean isFresh(Known what) {
    return nanoTime.getAsLong() - what.learnedAt() <= FRESH.toNanos();
  }

  /** Asks the server, which fails with 28000 when the token has ended. */
  void ask(RequestScope scope) throws SQLException {
    learn(api.ownWorkspace(scope));
  }

  /** The server's reason for not showing the workspace to a scoped token; null = it may show it. */
  @Nullable String refused() {
    return refused;
  }

  void refuse(String reason) {
    refused = reason;
  }

  private record Known(ScopedWorkspace workspace, String label, long learnedAt) {}
}
