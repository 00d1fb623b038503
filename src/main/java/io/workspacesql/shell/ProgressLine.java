package io.workspacesql.shell;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Shows on one line of the terminal how many requests a statement has sent so far, while it runs;
 * wiped when it ends. The number comes from {@code driver.requests}, which costs no request.
 */
final class ProgressLine implements AutoCloseable {
  private static final String COUNT = "SELECT MAX(request_no) FROM driver.requests";
  private static final String WIPE = "\r\u001b[K";

  private final Connection connection;
  private final PrintStream terminal;
  private final long before;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "airbyte-workspaces-progress");
            thread.setDaemon(true);
            return thread;
          });

  private final ScheduledFuture<?> ticking;

  private ProgressLine(Connection connection, PrintStream terminal, long everyMillis)
      throws SQLException {
    this.connection = connection;
    this.terminal = terminal;
    this.before = lastRequest();
    this.ticking =
        clock.scheduleWithFixedDelay(this::print, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  /**
   * Begins to show.
   *
   * @param everyMillis between two looks, the first wait included
   */
  static ProgressLine show(Connection connection, PrintStream terminal, long everyMillis)
      throws SQLException {
    return new ProgressLine(connection, terminal, everyMillis);
  }

  private void print() {
    try {
      terminal.print(WIPE + (lastRequest() - before) + " requests so far");
      terminal.flush();
    } catch (SQLException e) {
      ticking.cancel(false); // the statement itself tells what is wrong with the connection
    }
  }

  private long lastRequest() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNT)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** Ends and wipes the line. */
  @Override
  public void close() {
    ticking.cancel(false);
    clock.shutdown();
    awaitLastLook();
    terminal.print(WIPE);
    terminal.flush();
  }

  /** A look takes no request, so this is short. */
  private void awaitLastLook() {
    try {
      if (!clock.awaitTermination(1, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
