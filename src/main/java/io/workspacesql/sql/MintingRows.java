package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement that mints tokens. What goes wrong quotes no value, which may be a token,
 * and never makes a tool run the statement again by itself.
 *
 * @param rows opened
 */
record MintingRows(RowCursor rows) implements RowCursor {
  /** Failures of computing, whose texts quote what could not be computed. */
  private static final Set<Failure> QUOTING =
      EnumSet.of(
          Failure.INVALID_VALUE,
          Failure.NOT_CONVERTIBLE,
          Failure.OUT_OF_RANGE,
          Failure.INVALID_DATETIME,
          Failure.INVALID_ESCAPE_CHARACTER,
          Failure.INVALID_ESCAPE_SEQUENCE,
          Failure.INTERNAL);

  private static final String HIDDEN = "; the value is not shown, since the statement mints tokens";

  /** Opens the rows of a body. */
  static RowCursor of(QueryPlan.Body body, ExecutionContext context) throws SQLException {
    try {
      return new MintingRows(body.open(context));
    } catch (SQLException e) {
      throw told(e);
    }
  }

  @Override
  public boolean next() throws SQLException {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw told(e);
    }
  }

  @Override
  public @Nullable Object[] row() {
    return rows.row();
  }

  @Override
  public void close() {
    rows.close();
  }

  private static SQLException told(SQLException e) {
    Failure failure = Failure.of(e);
    if (failure == Failure.INTERNAL) {
      return failure.because("a value could not be computed" + HIDDEN);
    }
    if (QUOTING.contains(failure)) {
      return Failure.INVALID_VALUE.because("A value does not fit where it stands" + HIDDEN);
    }
    if (failure == Failure.RATE_LIMITED) {
      return Failure.WRITE_LIMITED.causedBy(e, withoutStop(e));
    }
    boolean invites = e instanceof SQLTransientException && !(e instanceof SQLTimeoutException);
    return invites || String.valueOf(e.getSQLState()).startsWith("08")
        ? Failure.WRITE_FAILED.causedBy(e, withoutStop(e))
        : e;
  }

  private static String withoutStop(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
