package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One row with the number of workspaces, from the stats if they are trusted, else by walking. */
final class WorkspaceCount implements WorkspaceSource {
  private final WorkspacesApi api;
  private final @Nullable WorkspaceStatus status;
  private final PageWalk walk;
  private final StatsJudge judge;
  private final Remarks remarks;
  private final RequestScope scope;

  private boolean given;

  /**
   * @param walk over the workspaces of the status, not yet begun
   */
  WorkspaceCount(
      WorkspacesApi api,
      @Nullable WorkspaceStatus status,
      PageWalk walk,
      StatsJudge judge,
      Remarks remarks,
      RequestScope scope) {
    this.api = api;
    this.status = status;
    this.walk = walk;
    this.judge = judge;
    this.remarks = remarks;
    this.scope = scope;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    if (given) {
      return null;
    }
    given = true;
    return new Object[] {count()};
  }

  @Override
  public void close() {
    walk.close();
  }

  private long count() throws SQLException {
    return switch (judge.trust()) {
      case TRUST -> countByStats();
      case VERIFY -> countAndVerify();
      case NEVER -> countByWalk();
    };
  }

  private long countByStats() throws SQLException {
    WorkspaceStats stats = api.stats(scope);
    if (!stats.addsUp()) {
      return countByWalk();
    }
    judge.saw(stats);
    return StatsJudge.number(stats, status);
  }

  private long countAndVerify() throws SQLException {
    long counted = countByWalk();
    if (!walk.hasDropped()) {
      judge.verify(status, counted, api.stats(scope), remarks);
    }
    return counted;
  }

  private long countByWalk() throws SQLException {
    long counted = 0;
    while (walk.next(Long.MAX_VALUE) != null) {
      scope.check();
      counted++;
    }
    return counted;
  }
}
