package io.workspacesql.sql;

import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.jspecify.annotations.Nullable;

/** Reads the request plan off a logical plan whose leaves are final. */
final class PlanDescription extends RelVisitor {
  private final List<ScanPlan> scans = new ArrayList<>();
  private final List<String> localSteps = new ArrayList<>();

  private PlanDescription() {}

  static RequestPlan of(RelNode rel) {
    PlanDescription description = new PlanDescription();
    description.go(rel);
    return new RequestPlan(description.scans, description.localSteps);
  }

  @Override
  public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
    if (node instanceof ApiScan scan) {
      if (!scans.contains(scan.plan())) {
        scans.add(scan.plan());
      }
    } else {
      String step = LocalStep.describe(node);
      if (step != null && !localSteps.contains(step)) {
        localSteps.add(step);
      }
    }
    super.visit(node, ordinal, parent);
  }
}
