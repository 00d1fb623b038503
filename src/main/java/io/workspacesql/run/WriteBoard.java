package io.workspacesql.run;

import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a write are to come, under way and ended. Rows are begun in the tasks' order. Safe
 * for use by several threads.
 */
final class WriteBoard {
  private static final String LEFT = "no answer had come when the statement was ended";

  private final List<WriteTask> tasks;
  private final Ends hearing;
  private final @Nullable RowEnd[] ends;
  private int begun;
  private int ended;
  private boolean sealed;

  /**
   * @param hearing told of each row once
   */
  WriteBoard(List<WriteTask> tasks, Ends hearing) {
    this.tasks = tasks;
    this.hearing = hearing;
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
      hearing.ended(end.of(tasks.get(row)), ++ended);
    }
  }

  /** The outcomes as they are now, in the tasks' order; nothing changes them any more. */
  synchronized List<WriteOutcome> seal() {
    sealed = true;
    int told = ended;
    List<WriteOutcome> outcomes = new ArrayList<>(ends.length);
    for (int row = 0; row < ends.length; row++) {
      WriteOutcome outcome = end(row).of(tasks.get(row));
      outcomes.add(outcome);
      if (ends[row] == null) {
        hearing.ended(outcome, ++told);
      }
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

  /** Who wants to know how each row ended. */
  @FunctionalInterface
  interface Ends {
    /**
     * A row has ended.
     *
     * @param number of the rows that have, this one included
     */
    void ended(WriteOutcome outcome, int number);
  }
}
