package io.workspacesql.sql.time;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;

/**
 * What the driver does not compute on timestamps and intervals, said when the statement is planned.
 */
final class UnsupportedTime {
  private UnsupportedTime() {}

  static UncheckedSqlException because(String what) {
    return new UncheckedSqlException(
        Failure.NOT_SUPPORTED.because("The driver does not do " + what));
  }
}
