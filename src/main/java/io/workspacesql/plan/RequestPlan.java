package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Which requests a statement needs and what remains to be computed locally: made before the first
 * byte is sent, printed by EXPLAIN, and run scan by scan.
 *
 * @param scans one per table reference, in the order of the plan
 * @param localSteps what the driver computes on the rows, outermost first
 */
public record RequestPlan(List<ScanPlan> scans, List<String> localSteps) {
  public RequestPlan {
    scans = List.copyOf(scans);
    localSteps = List.copyOf(localSteps);
  }

  /** The plan for people: one line per kind of request, then the local steps. */
  public List<PlanLine> lines(Outlook outlook) {
    TokenScope scope = outlook.learned().tokenScope();
    List<PlanLine> lines = new ArrayList<>();
    for (ScanPlan scan : scans) {
      lines.addAll(
          scope == null
              ? new ScanDescription(scan, outlook).lines()
              : new ScopedDescription(scan, outlook, scope).lines());
    }
    localSteps.forEach(step -> lines.add(PlanLine.local(step)));
    return lines;
  }
}
