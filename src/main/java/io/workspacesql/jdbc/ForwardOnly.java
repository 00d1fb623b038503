package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The positioning of a {@link ResultSet} that only moves forward: 0A000. */
interface ForwardOnly extends ResultSet {

  private static SQLException refused(String method) {
    return Failure.NOT_SUPPORTED.because(
        method + " is not supported: result sets move forward only");
  }

  @Override
  default int getType() throws SQLException {
    return TYPE_FORWARD_ONLY;
  }

  @Override
  default int getConcurrency() throws SQLException {
    return CONCUR_READ_ONLY;
  }

  @Override
  default void beforeFirst() throws SQLException {
    throw refused("beforeFirst");
  }

  @Override
  default void afterLast() throws SQLException {
    throw refused("afterLast");
  }

  @Override
  default boolean first() throws SQLException {
    throw refused("first");
  }

  @Override
  default boolean last() throws SQLException {
    throw refused("last");
  }

  @Override
  default boolean absolute(int row) throws SQLException {
    throw refused("absolute");
  }

  @Override
  default boolean relative(int rows) throws SQLException {
    throw refused("relative");
  }

  @Override
  default boolean previous() throws SQLException {
    throw refused("previous");
  }

  @Override
  default String getCursorName() throws SQLException {
    throw Failure.NOT_SUPPORTED.because("getCursorName is not supported: cursors have no names");
  }
}
