package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row with the number of workspaces. */
final class WorkspaceCount extends CountSource<Long> {
  private final @Nullable WorkspaceStatus status;

  /**
   * @param walk over the workspaces of the status, null = all
   */
  WorkspaceCount(Reading reading, @Nullable WorkspaceStatus status, PageWalk walk) {
    super(reading, walk);
    this.status = status;
  }

  @Override
  Long of(WorkspaceStats stats) {
    return StatsJudge.number(stats, status);
  }

  @Override
  Long byWalk() throws SQLException {
    long counted = 0;
    while (walkOn() != null) {
      counted++;
    }
    return counted;
  }

  @Override
  void verify(Long counted, WorkspaceStats stats, StatsJudge judge, Remarks remarks)
      throws SQLException {
    judge.verify(status, counted, stats, remarks);
  }

  @Override
  List<@Nullable Object[]> rows(Long counted) {
    return List.<@Nullable Object[]>of(new @Nullable Object[] {counted});
  }
}
