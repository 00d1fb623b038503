package io.workspacesql.run;

import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a write are to come, under way and ended. Rows are begun in the tasks' order. Safe
 * for use by several threads.
 */
final class WriteBoard {
  private static final String LEFT = "no answer had come when the statement was ended";

  private final List<WriteTask> tasks;
  private final IntConsumer onEnd;
  private final @Nullable RowEnd[] ends;
  private int begun;
  private int ended;
  private boolean sealed;

  /**
   * @param onEnd hears the number of rows ended, after each
   */
  WriteBoard(List<WriteTask> tasks, IntConsumer onEnd) {
    this.tasks = tasks;
    this.onEnd = onEnd;
    this.ends = new @Nullable RowEnd[tasks.size()];
  }

  /** The number of the next row, which is under way from now on; -1 = none is left. */
  synchronized int begin() {
    return sealed || begun == ends.length ? -1 : begun++;
  }

  /** Notes how a row ended; after {@link #seal} too late. */
  synchronized void end(int row, RowEnd end) {
    if (!sealed) {
      ends[row] = end;
      onEnd.accept(++ended);
    }
  }

  /** The outcomes as they are now, in the tasks' order; nothing changes them any more. */
  synchronized List<WriteOutcome> seal() {
    sealed = true;
    List<WriteOutcome> outcomes = new ArrayList<>(ends.length);
    for (int row = 0; row < ends.length; row++) {
      outcomes.add(end(row).of(tasks.get(row)));
    }
    return outcomes;
  }

  /** Whether every row begun has ended. */
  synchronized boolean isQuiet() {
    return begun == ended;
  }

  /** Why nothing was sent for the first row that failed; null = none failed, or not for that. */
  synchronized @Nullable SQLException whyNotSent() {
    return Arrays.stream(ends)
        .filter(Objects::nonNull)
        .filter(end -> end.state() == State.FAILED)
        .findFirst()
        .map(RowEnd::notSent)
        .orElse(null);
  }

  private RowEnd end(int row) {
    RowEnd end = ends[row];
    if (end != null) {
      return end;
    }
    return row < begun ? RowEnd.unknown(null, RowEnd.words(LEFT)) : RowEnd.notTried();
  }
}
