package io.workspacesql.sql;

import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a scan with the values of one execution. */
final class Scans {
  private Scans() {}

  /**
   * Binds and opens.
   *
   * @param maxRows rows that will be read at most, 0 = no limit
   */
  static RowCursor open(ScanPlan plan, ExecutionContext context, long maxRows) throws SQLException {
    BoundScan scan = plan.bind(context.parameters());
    if (!plan.counting()) {
      return context.runner().open(limited(scan, maxRows));
    }
    return scan.access() instanceof BoundAccess.Count
        ? context.runner().open(scan)
        : FixedRows.of(List.<@Nullable Object[]>of(new Object[] {count(scan, context)}));
  }

  private static BoundScan limited(BoundScan scan, long maxRows) {
    return maxRows > 0 && maxRows < scan.fetch()
        ? new BoundScan(
            scan.table(),
            scan.access(),
            scan.columns(),
            scan.filter(),
            scan.filterDrops(),
            scan.offset(),
            maxRows)
        : scan;
  }

  /** Counts rows that no statistics count. */
  private static long count(BoundScan scan, ExecutionContext context) throws SQLException {
    try (RowCursor rows = context.runner().open(scan)) {
      long count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }
}
