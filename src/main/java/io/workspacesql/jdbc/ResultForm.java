package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Optional;

/**
 * How the results of a statement come. All are read-only.
 *
 * @param scrollable {@link ResultSet#TYPE_SCROLL_INSENSITIVE} instead of forward-only
 * @param holdability one of the two constants of {@link ResultSet}
 */
record ResultForm(boolean scrollable, int holdability) {

  /** Forward-only. */
  static ResultForm forward(int holdability) {
    return new ResultForm(false, holdability);
  }

  /** The nearest to what was asked for; {@link #warning} tells the difference. */
  static ResultForm of(int type, int concurrency, int holdability) throws SQLException {
    if (type < ResultSet.TYPE_FORWARD_ONLY
        || type > ResultSet.TYPE_SCROLL_SENSITIVE
        || concurrency < ResultSet.CONCUR_READ_ONLY
        || concurrency > ResultSet.CONCUR_UPDATABLE) {
      throw Failure.INVALID_PARAMETER.because("Result set type " + type + ", " + concurrency);
    }
    return new ResultForm(
        type != ResultSet.TYPE_FORWARD_ONLY, ConnectionOptions.checkedHoldability(holdability));
  }

  /** What JDBC asks a driver to say when it gives another form than the one asked for. */
  static Optional<SQLWarning> warning(int type, int concurrency) {
    return type == ResultSet.TYPE_SCROLL_SENSITIVE || concurrency == ResultSet.CONCUR_UPDATABLE
        ? Optional.of(
            Notice.GENERAL.because("Result sets are read-only and insensitive to later changes"))
        : Optional.empty();
  }

  int type() {
    return scrollable ? ResultSet.TYPE_SCROLL_INSENSITIVE : ResultSet.TYPE_FORWARD_ONLY;
  }
}
