package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.WriteEffect;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteReport;
import io.workspacesql.run.Execution;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.PreparedWrite;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the writes of one execution, one after the other: freeze, check, send or pretend,
 * report.
 *
 * @param standing hears of every report
 * @param warnings hears what the user should
 */
record Writing(
    Execution execution,
    Safeguards safeguards,
    KeyRequest keys,
    WriteLog log,
    Consumer<WriteReport> standing,
    Consumer<SQLWarning> warnings) {

  /** The number of rows that were written, or that would have been. */
  long run(PreparedWrite write, ExecutionContext context) throws SQLException {
    WriteReport report;
    try {
      report = carriedOut(frozen(write, context));
    } catch (SQLException e) {
      throw afterOthers(e);
    }
    log.add(report);
    standing.accept(report);
    remark(report);
    if (!report.dryRun() && !report.isComplete()) {
      throw WriteFailures.of(report.write().verb().name(), log.rows(), stop(report));
    }
    return report.dryRun() ? report.outcomes().size() : report.count(State.DONE);
  }

  private FrozenWrite frozen(PreparedWrite write, ExecutionContext context) throws SQLException {
    FrozenWrite frozen = Guard.call(() -> write.freeze(context));
    keys.check(frozen);
    safeguards.admit(frozen);
    Guard.run(execution::check);
    return frozen;
  }

  private WriteReport carriedOut(FrozenWrite frozen) throws SQLException {
    return safeguards.settings().dryRun()
        ? pretended(frozen)
        : Guard.call(() -> execution.write(frozen));
  }

  private static WriteReport pretended(FrozenWrite frozen) {
    List<WriteOutcome> outcomes =
        frozen.tasks().stream()
            .map(task -> new WriteOutcome(task, State.NOT_TRIED, null, null, null, null, null))
            .toList();
    return new WriteReport(frozen, outcomes, true);
  }

  /** A tool runs the whole batch again on class 08, with the statements that have already run. */
  private SQLException afterOthers(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") && log.hasSent()
        ? Failure.WRITE_FAILED.causedBy(e, "After other statements had been run: " + e.getMessage())
        : e;
  }

  /** Why it was ended from outside, by a cancel or the deadline; null = it was not. */
  private @Nullable SQLException stop(WriteReport report) {
    if (report.count(State.UNKNOWN) + report.count(State.NOT_TRIED) == 0) {
      return null;
    }
    try {
      Guard.run(execution::check);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private void remark(WriteReport report) {
    if (report.dryRun()) {
      warnings.accept(Notice.DRY_RUN.because(String.join("; ", WriteEffect.of(report.write()))));
      return;
    }
    List<String> renames =
        report.outcomes().stream()
            .filter(WriteLog::mayStand)
            .flatMap(outcome -> Stream.ofNullable(new ReportedRow(outcome).renameText()))
            .toList();
    if (!renames.isEmpty()) {
      warnings.accept(Notice.RENAMED.because(FewOf.shown(renames)));
    }
  }
}
