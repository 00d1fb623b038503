package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.sql.SQLException;

/**
 * The one place where whatever comes out of the rooms below becomes an {@link SQLException}. Every
 * call that leaves this package, to the planner, a cursor or the session, goes through here.
 */
final class Guard {
  private Guard() {}

  /** Work with a result. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws SQLException;
  }

  /** Work without a result. */
  @FunctionalInterface
  interface Action {
    void run() throws SQLException;
  }

  static <T> T call(Call<T> call) throws SQLException {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw translated(e);
    }
  }

  static void run(Action action) throws SQLException {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      throw translated(e);
    }
  }

  private static SQLException translated(Throwable thrown) {
    if (thrown instanceof UncheckedSqlException carrier) {
      return carrier.failure();
    }
    if (thrown instanceof OutOfMemoryError) {
      return Failure.TOO_MUCH_MEMORY.causedBy(
          thrown, "The statement needs more memory than is left");
    }
    return Failure.INTERNAL.causedBy(thrown, thrown.getClass().getName());
  }
}
