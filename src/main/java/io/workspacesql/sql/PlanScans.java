package io.workspacesql.sql;

import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScanExec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;

/** The scans of a plan. */
final class PlanScans {
  private final List<ScanPlan> scans = new ArrayList<>();
  private final Set<ScanPlan> readPerRow = new HashSet<>();

  private boolean hasCorrelate;

  private PlanScans() {}

  static PlanScans of(RelNode plan) {
    PlanScans found = new PlanScans();
    found.visit(plan, false);
    return found;
  }

  /** Those that would be read more than once. */
  Set<ScanPlan> repeated() {
    return scans.stream().filter(this::isRepeated).collect(Collectors.toUnmodifiableSet());
  }

  private boolean isRepeated(ScanPlan scan) {
    return hasCorrelate || readPerRow.contains(scan) || Collections.frequency(scans, scan) > 1;
  }

  /**
   * Asks for permission before another scan sends something.
   *
   * @throws SQLException 53400 for a scan that may not be carried out
   */
  void permit(ExecutionContext context) throws SQLException {
    for (ScanPlan scan : scans) {
      if (scan.needsPermission()) {
        context.runner().permit(scan.bind(context.parameters()));
      }
    }
  }

  /**
   * @param perRow whether the node runs once per row of another
   */
  private void visit(RelNode node, boolean perRow) {
    if (node instanceof ApiScanExec scan) {
      scans.add(scan.plan());
      if (perRow) {
        readPerRow.add(scan.plan());
      }
    }
    hasCorrelate |= node instanceof Correlate;
    List<RelNode> inputs = node.getInputs();
    for (int i = 0; i < inputs.size(); i++) {
      visit(inputs.get(i), perRow || (i == 1 && node instanceof EnumerableNestedLoopJoin));
    }
  }
}
