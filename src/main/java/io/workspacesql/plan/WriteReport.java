package io.workspacesql.plan;

import java.util.List;

/**
 * What became of a whole write: one outcome per task, in the tasks' order.
 *
 * @param dryRun nothing was sent
 */
public record WriteReport(FrozenWrite write, List<WriteOutcome> outcomes, boolean dryRun) {
  public WriteReport {
    outcomes = List.copyOf(outcomes);
  }

  /** How many rows ended so. */
  public long count(WriteOutcome.State state) {
    return outcomes.stream().filter(outcome -> outcome.state() == state).count();
  }

  /** Whether every row is as asked, rows that do not exist aside. */
  public boolean isComplete() {
    return outcomes.stream()
        .allMatch(
            outcome ->
                outcome.state() == WriteOutcome.State.DONE
                    || outcome.state() == WriteOutcome.State.NO_ROW);
  }
}
