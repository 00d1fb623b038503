package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.error.Failure;
import io.workspacesql.error.PrintableText;
import io.workspacesql.observe.Progress;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.WriteReport;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Carries out one frozen write, several rows at once. Belongs to the thread that executes the
 * statement, which waits for the writing threads.
 */
final class WriteExecution {
  private final Means means;
  private final RequestScope statement;
  private final FrozenWrite write;
  private final WriteRun run;
  private final WriteBoard board;

  WriteExecution(Means means, RequestScope statement, WriteRun run, FrozenWrite write) {
    this.means = means;
    this.statement = statement;
    this.write = write;
    this.run = run;
    Progress progress = means.progress().get();
    int all = write.tasks().size();
    this.board =
        new WriteBoard(
            write.tasks(), ended -> progress.rowWritten(statement.statementId(), ended, all));
  }

  /**
   * Writes, and waits.
   *
   * @throws SQLException when it ended before a write request was sent
   */
  WriteReport carryOut() throws SQLException {
    refuseRepeatedNames();
    statement.check();
    statement.budget().require(RequestBound.of(write.tasks()));
    if (!write.tasks().isEmpty()) {
      writeRows();
    }
    boolean quiet = board.isQuiet();
    WriteReport report = new WriteReport(write, board.seal(), false);
    if (quiet && !run.sent().get() && !report.isComplete()) {
      failAsNothingWasSent();
    }
    return report;
  }

  private void writeRows() {
    RequestScope.Registration registration = statement.onCancel(run::stop);
    try {
      await(begin());
    } finally {
      registration.close();
      means.forgetSize();
    }
  }

  /** Of two rows with the same name the second would be refused: then none is created. */
  private void refuseRepeatedNames() throws SQLException {
    Set<String> names = new HashSet<>();
    for (WriteTask task : write.tasks()) {
      if (task instanceof WriteTask.Create create && !names.add(create.name())) {
        throw Failure.DUPLICATE.because(
            "Two rows to insert have the name '" + PrintableText.of(create.name(), 100) + "'");
      }
    }
  }

  private Writers begin() {
    int number = Math.min(means.settings().writeConcurrency(), write.tasks().size());
    return Writers.begin(means.writers(), number, this::work);
  }

  private void work() {
    while (!run.starting().mustStop()) {
      int row = board.begin();
      if (row < 0) {
        return;
      }
      RowEnd end = end(write.tasks().get(row));
      if (end.stopsTheWrite()) {
        run.starting().cancel();
      }
      board.end(row, end);
    }
  }

  private RowEnd end(WriteTask task) {
    try {
      if (task instanceof WriteTask.Update update) {
        return new SettledWrite<>(run, new UpdateEffect(run, update)).write(run.starting());
      }
      return task instanceof WriteTask.Delete delete
          ? new SettledWrite<>(run, new DeleteEffect(run, delete.id())).write(run.starting())
          : new Creation(run, (WriteTask.Create) task).write();
    } catch (RuntimeException e) {
      return RowEnd.unknown(null, RowEnd.words("a defect of the driver: " + e));
    }
  }

  /** Waits for the writing threads; from the statement's end on no longer than the grace. */
  private void await(Writers writers) {
    boolean interrupted = writers.await(statement);
    if (interrupted) {
      statement.cancel();
    }
    if (writers.areWorking()) {
      interrupted |= writers.await(means.timing().grace());
      run.abort();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void failAsNothingWasSent() throws SQLException {
    SQLException reason = board.whyNotSent();
    if (reason != null) {
      throw reason;
    }
    statement.check();
  }
}
