package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The moves of a {@link ResultSet}; 0A000 when it is forward-only. */
interface Scrolling extends ResultSet {

  /** The rows, when they can be moved to. */
  ScrollableRows scrollable(String method) throws SQLException;

  /** The refusal of a forward-only result. */
  static SQLException refused(String method) {
    return Failure.NOT_SUPPORTED.because(
        method + " needs a scrollable result: create the statement with TYPE_SCROLL_INSENSITIVE");
  }

  @Override
  default void beforeFirst() throws SQLException {
    scrollable("beforeFirst").moveTo(0);
  }

  @Override
  default void afterLast() throws SQLException {
    ScrollableRows rows = scrollable("afterLast");
    rows.moveTo(rows.count() + 1);
  }

  @Override
  default boolean first() throws SQLException {
    return scrollable("first").moveTo(1);
  }

  @Override
  default boolean last() throws SQLException {
    ScrollableRows rows = scrollable("last");
    return rows.moveTo(rows.count());
  }

  /** A negative number counts from the end: -1 is the last row. */
  @Override
  default boolean absolute(int row) throws SQLException {
    ScrollableRows rows = scrollable("absolute");
    return rows.moveTo(row < 0 ? rows.count() + 1 + row : row);
  }

  @Override
  default boolean relative(int rows) throws SQLException {
    ScrollableRows scrollable = scrollable("relative");
    return scrollable.moveTo(scrollable.position() + rows);
  }

  @Override
  default boolean previous() throws SQLException {
    return relative(-1);
  }

  @Override
  default String getCursorName() throws SQLException {
    throw Failure.NOT_SUPPORTED.because("getCursorName is not supported: cursors have no names");
  }
}
