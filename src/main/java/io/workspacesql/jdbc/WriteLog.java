package io.workspacesql.jdbc;

import io.workspacesql.plan.WriteLine;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteReport;
import io.workspacesql.plan.WriteTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reports of one execution: of a statement's one write, or of a batch's. Thread-safe. */
final class WriteLog {
  private final long statementId;
  private final List<WriteReport> reports = new ArrayList<>();

  /**
   * @param statementId see {@link io.workspacesql.run.Execution#statementId}; 0 = none yet
   */
  WriteLog(long statementId) {
    this.statementId = statementId;
  }

  synchronized void add(WriteReport report) {
    reports.add(report);
  }

  private synchronized List<WriteReport> reports() {
    return List.copyOf(reports);
  }

  /** All rows in the order in which they were to be written. */
  List<ReportedRow> rows() {
    return reports().stream()
        .flatMap(report -> report.outcomes().stream())
        .map(ReportedRow::new)
        .toList();
  }

  /** Whether a write request may have left. */
  boolean hasSent() {
    return rows().stream().anyMatch(row -> row.outcome().state() != WriteOutcome.State.NOT_TRIED);
  }

  /** Whether the server may hold what this row asked for, or a part of it. */
  static boolean mayStand(WriteOutcome outcome) {
    return switch (outcome.state()) {
      case DONE, NOT_APPLIED, UNKNOWN -> true;
      case NO_ROW, FAILED, NOT_TRIED -> false;
    };
  }

  /** Ids of the workspaces that were created. */
  List<String> createdIds() {
    return reports().stream()
        .flatMap(report -> report.outcomes().stream())
        .filter(outcome -> outcome.task() instanceof WriteTask.Create)
        .filter(outcome -> outcome.state() == WriteOutcome.State.DONE)
        .flatMap(outcome -> Stream.ofNullable(outcome.id()))
        .toList();
  }

  /** Rows of {@code driver.last_write}. */
  List<@Nullable Object[]> table() {
    List<@Nullable Object[]> table = new ArrayList<>();
    for (WriteReport report : reports()) {
      for (WriteOutcome outcome : report.outcomes()) {
        table.add(tableRow(table.size() + 1L, report, new ReportedRow(outcome)));
      }
    }
    return table;
  }

  private @Nullable Object[] tableRow(long number, WriteReport report, ReportedRow row) {
    return new @Nullable Object[] {
      statementId,
      number,
      report.write().verb().name(),
      row.workspaceId(),
      row.workspaceName(),
      joined(row, WriteLine::httpMethod),
      joined(row, WriteLine::path),
      joined(row, WriteLine::body),
      joined(row, WriteLine::changes),
      row.state(),
      report.dryRun(),
      row.outcome().httpStatus(),
      row.outcome().message(),
      row.outcome().requestId()
    };
  }

  private static @Nullable String joined(
      ReportedRow row, Function<WriteLine, @Nullable String> part) {
    List<String> parts =
        row.requests().stream().flatMap(line -> Stream.ofNullable(part.apply(line))).toList();
    return parts.isEmpty() ? null : String.join("; ", parts);
  }
}
