package io.workspacesql.sql;

import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ScanOpener;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens the scans of one execution, those that are read more than once only once. */
final class SharedScans implements ScanOpener {
  private final ExecutionContext context;
  private final Set<ScanPlan> readAgain;
  private final Map<ScanPlan, SharedRows> shared = new HashMap<>();

  /**
   * @param readAgain scans that several places of the plan read, or one place several times
   */
  SharedScans(ExecutionContext context, Set<ScanPlan> readAgain) {
    this.context = context;
    this.readAgain = readAgain;
  }

  @Override
  public RowCursor open(ScanPlan plan) throws SQLException {
    if (!readAgain.contains(plan)) {
      return Scans.open(plan, context, 0);
    }
    SharedRows rows = shared.get(plan);
    if (rows == null || !rows.isComplete()) {
      rows = new SharedRows(Scans.open(plan, context, 0));
      shared.put(plan, rows);
    }
    return rows.read();
  }
}
