package io.workspacesql.sql;

import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScanExec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;

/** The scans of a plan that would be read more than once. */
final class RepeatedScans {
  private final List<ScanPlan> scans = new ArrayList<>();
  private final Set<ScanPlan> readPerRow = new HashSet<>();

  private boolean hasCorrelate;

  private RepeatedScans() {}

  static Set<ScanPlan> of(RelNode plan) {
    RepeatedScans found = new RepeatedScans();
    found.visit(plan, false);
    Set<ScanPlan> repeated = new HashSet<>(found.scans);
    repeated.removeIf(scan -> !found.isRepeated(scan));
    return Set.copyOf(repeated);
  }

  private boolean isRepeated(ScanPlan scan) {
    return hasCorrelate || readPerRow.contains(scan) || Collections.frequency(scans, scan) > 1;
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
