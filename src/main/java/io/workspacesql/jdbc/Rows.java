package io.workspacesql.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a result set with a position in them. */
interface Rows {

  /** Moves to the next row; false = there is none, and the position is after the last one. */
  boolean next() throws SQLException;

  /** The current row; 24000 when there is none. */
  @Nullable Object[] row() throws SQLException;

  /** 1 = the first row; 0 = no current row. */
  long number();

  /** False when there is no row at all. */
  boolean isBeforeFirst() throws SQLException;

  boolean isLast() throws SQLException;

  /** False when there is no row at all. */
  boolean isAfterLast();

  /** Lets the cursor go; a second call does nothing. */
  void close() throws SQLException;
}
