package io.workspacesql.sql;

import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Opens a scan with the values of one execution. */
final class Scans {
  private Scans() {}

  /**
   * Binds and opens.
   *
   * @param maxRows rows that will be read at most, 0 = no limit
   * @param fetchSize rows that are taken at a time, 0 = nobody says
   */
  static RowCursor open(ScanPlan plan, ExecutionContext context, long maxRows, int fetchSize)
      throws SQLException {
    BoundScan scan = plan.bind(context.parameters());
    boolean countedByServer =
        scan.access() instanceof BoundAccess.Count
            || scan.access() instanceof BoundAccess.CountByStatus;
    if (plan.measure() == Measure.ROWS) {
      return context.runner().open(scan.readBy(maxRows, fetchSize));
    }
    return countedByServer
        ? context.runner().open(scan)
        : FixedRows.of(counts(plan.measure(), scan, context));
  }

  /** Counts rows that no statistics count. */
  private static List<@Nullable Object[]> counts(
      Measure measure, BoundScan scan, ExecutionContext context) throws SQLException {
    Map<String, Long> byStatus = new TreeMap<>();
    long total = 0;
    try (RowCursor rows = context.runner().open(scan)) {
      while (rows.next()) {
        total++;
        if (measure == Measure.COUNT_BY_STATUS) {
          byStatus.merge(String.valueOf(rows.row()[0]), 1L, Long::sum);
        }
      }
    }
    return measure == Measure.COUNT
        ? List.<@Nullable Object[]>of(new @Nullable Object[] {total})
        : byStatus.entrySet().stream().map(Scans::row).toList();
  }

  private static @Nullable Object[] row(Map.Entry<String, Long> count) {
    return new @Nullable Object[] {count.getKey(), count.getValue()};
  }
}
