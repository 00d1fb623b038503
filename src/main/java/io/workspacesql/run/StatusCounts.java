package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row for every status that a workspace has, whatever its text, and for none (null): the status
 * and the number of workspaces.
 */
final class StatusCounts extends CountSource<Map<@Nullable String, Long>> {

  /**
   * @param walk over all workspaces; rows begin with the status
   */
  StatusCounts(Reading reading, PageWalk walk) {
    super(reading, walk);
  }

  @Override
  Map<@Nullable String, Long> of(WorkspaceStats stats) {
    Map<@Nullable String, Long> counts = new HashMap<>();
    for (WorkspaceStatus status : WorkspaceStatus.values()) {
      long number = StatsJudge.number(stats, status);
      if (number > 0) {
        counts.put(status.text(), number);
      }
    }
    return counts;
  }

  @Override
  Map<@Nullable String, Long> byWalk() throws SQLException {
    Map<@Nullable String, Long> counts = new HashMap<>();
    for (@Nullable Object[] row = walkOn(); row != null; row = walkOn()) {
      counts.merge((String) row[0], 1L, Long::sum);
    }
    return counts;
  }

  @Override
  void verify(
      Map<@Nullable String, Long> counted, WorkspaceStats stats, StatsJudge judge, Remarks remarks)
      throws SQLException {
    WorkspaceStatus suspect = null;
    for (WorkspaceStatus status : WorkspaceStatus.values()) {
      if (number(counted, status) != StatsJudge.number(stats, status)) {
        suspect = status;
      }
    }
    judge.verify(suspect, number(counted, suspect), stats, remarks);
  }

  @Override
  List<@Nullable Object[]> rows(Map<@Nullable String, Long> counted) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    counted.forEach((status, number) -> rows.add(new @Nullable Object[] {status, number}));
    return rows;
  }

  private static long number(
      Map<@Nullable String, Long> counted, @Nullable WorkspaceStatus status) {
    return status == null
        ? counted.values().stream().mapToLong(Long::longValue).sum()
        : counted.getOrDefault(status.text(), 0L);
  }
}
