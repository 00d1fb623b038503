package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  public List<PlanLine> lines(PlanSettings settings) {
    return lines(settings, null);
  }

  /**
   * The same for one connection.
   *
   * @param scope null = it has no scoped token
   */
  public List<PlanLine> lines(PlanSettings settings, @Nullable TokenScope scope) {
    List<PlanLine> lines = new ArrayList<>();
    for (ScanPlan scan : scans) {
      lines.addAll(
          scope == null
              ? new ScanDescription(scan, settings).lines()
              : new ScopedDescription(scan, settings, scope).lines());
    }
    localSteps.forEach(step -> lines.add(PlanLine.local(step)));
    return lines;
  }
}
