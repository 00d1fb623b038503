package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.error.WriteFailedException;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the one exception that tells of a write that did not end well. */
final class WriteFailures {
  private WriteFailures() {}

  /**
   * @param rows all rows of the statement, or of the batch so far
   * @param stop why the execution was ended from outside; null = it was not
   */
  static SQLException of(String verb, List<ReportedRow> rows, @Nullable SQLException stop) {
    Map<State, Long> counts = counts(rows);
    String message = message(verb, rows, counts, stop);
    return WriteFailedException.because(
        reason(rows, counts, stop), message, rows.stream().map(ReportedRow::published).toList());
  }

  private static Map<State, Long> counts(List<ReportedRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.outcome().state(),
                () -> new EnumMap<>(State.class),
                Collectors.counting()));
  }

  private static String message(
      String verb, List<ReportedRow> rows, Map<State, Long> counts, @Nullable SQLException stop) {
    StringBuilder text = new StringBuilder();
    text.append(stop == null ? "The " + verb + " did not end well" : stop.getMessage());
    text.append(stop == null ? ": " : " ").append(counted(counts)).append(". ").append(named(rows));
    if (counts.containsKey(State.UNKNOWN)) {
      text.append("Running it again is not safe before the unknown rows have been looked at. ");
    }
    return text.append("SELECT * FROM driver.last_write shows every row").toString();
  }

  private static String counted(Map<State, Long> counts) {
    String others =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey() != State.DONE)
            .map(entry -> ", " + entry.getValue() + " " + entry.getKey().text())
            .collect(Collectors.joining());
    return counts.getOrDefault(State.DONE, 0L) + " done" + others;
  }

  private static String named(List<ReportedRow> rows) {
    List<String> bad =
        rows.stream().filter(WriteFailures::isComplaint).map(ReportedRow::complaint).toList();
    return bad.isEmpty() ? "" : FewOf.shown(bad) + ". ";
  }

  private static boolean isComplaint(ReportedRow row) {
    return switch (row.outcome().state()) {
      case FAILED, NOT_APPLIED, UNKNOWN -> true;
      case DONE, NO_ROW, NOT_TRIED -> false;
    };
  }

  private static Failure reason(
      List<ReportedRow> rows, Map<State, Long> counts, @Nullable SQLException stop) {
    if (stop != null) {
      return stop instanceof SQLTimeoutException ? Failure.WRITE_TIMEOUT : Failure.WRITE_CANCELLED;
    }
    if (counts.containsKey(State.UNKNOWN)) {
      return Failure.UNKNOWN_OUTCOME;
    }
    return rows.stream()
        .map(ReportedRow::outcome)
        .filter(outcome -> outcome.state() == State.FAILED)
        .findFirst()
        .map(WriteOutcome::failure)
        .orElse(Failure.WRITE_FAILED);
  }
}
