package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a program can set on a statement before it runs it. */
abstract class StatementOptions implements Statement, Unwrapping {
  private Duration queryTimeout;
  private long maxRows;
  private int maxFieldSize;
  private int fetchSize;
  private boolean poolable;
  private boolean closeOnCompletion;
  private final ResultForm results;

  /**
   * @param queryTimeout zero = none
   */
  StatementOptions(Duration queryTimeout, ResultForm results, boolean poolable) {
    this.queryTimeout = queryTimeout;
    this.results = results;
    this.poolable = poolable;
  }

  abstract void checkOpen() throws SQLException;

  final Duration queryTimeout() {
    return queryTimeout;
  }

  /** How its results come. */
  public final ResultForm results() {
    return results;
  }

  final long maxRows() {
    return maxRows;
  }

  final int fetchSize() {
    return fetchSize;
  }

  final boolean closesOnCompletion() {
    return closeOnCompletion;
  }

  private static void checkNotNegative(long number, String what) throws SQLException {
    if (number < 0) {
      throw Failure.INVALID_PARAMETER.because(what + " " + number + " is negative");
    }
  }

  /** In seconds, rounded up; 0 = none. */
  @Override
  public final int getQueryTimeout() throws SQLException {
    checkOpen();
    return (int) Math.min(Integer.MAX_VALUE, queryTimeout.plusMillis(999).toSeconds());
  }

  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    checkNotNegative(seconds, "Query timeout");
    queryTimeout = Duration.ofSeconds(seconds);
  }

  @Override
  public final int getMaxRows() throws SQLException {
    checkOpen();
    return (int) Math.min(Integer.MAX_VALUE, maxRows);
  }

  @Override
  public final void setMaxRows(int max) throws SQLException {
    setLargeMaxRows(max);
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    checkOpen();
    return maxRows;
  }

  @Override
  public final void setLargeMaxRows(long max) throws SQLException {
    checkOpen();
    checkNotNegative(max, "Row limit");
    maxRows = max;
  }

  @Override
  public final int getMaxFieldSize() throws SQLException {
    checkOpen();
    return maxFieldSize;
  }

  /** Kept, without effect: no value is so long that it needs to be cut. */
  @Override
  public final void setMaxFieldSize(int max) throws SQLException {
    checkOpen();
    checkNotNegative(max, "Field size");
    maxFieldSize = max;
  }

  @Override
  public final int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  /**
   * How many rows a page is asked for where one list is read straight through: no fewer than 20, no
   * more than the connection's {@code pageSize}; 0 = so many. It is told apart from rows that are
   * sorted, grouped, joined or kept for scrolling, which come with full pages. Holds for the next
   * execution.
   */
  @Override
  public final void setFetchSize(int rows) throws SQLException {
    checkOpen();
    checkNotNegative(rows, "Fetch size");
    fetchSize = rows;
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    checkOpen();
    return ResultSet.FETCH_FORWARD;
  }

  /** A hint, as for {@link #setFetchSize}: rows come forward whatever it says. */
  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    if (direction < ResultSet.FETCH_FORWARD || direction > ResultSet.FETCH_UNKNOWN) {
      throw Failure.INVALID_PARAMETER.because("Fetch direction " + direction);
    }
  }

  /** Without effect: the planner reads JDBC escapes as part of SQL. */
  @Override
  public final void setEscapeProcessing(boolean enable) throws SQLException {
    checkOpen();
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    checkOpen();
    return poolable;
  }

  @Override
  public final void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
    this.poolable = poolable;
  }

  @Override
  public final void closeOnCompletion() throws SQLException {
    checkOpen();
    closeOnCompletion = true;
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    checkOpen();
    return closeOnCompletion;
  }

  @Override
  public final int getResultSetType() throws SQLException {
    checkOpen();
    return results.type();
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    checkOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  /** Does nothing, as JDBC asks of drivers without positioned updates. */
  @Override
  public final void setCursorName(@Nullable String name) throws SQLException {
    checkOpen();
  }

  @Override
  public final String enquoteLiteral(@Nullable String val) throws SQLException {
    return Statement.super.enquoteLiteral(nonNull(val));
  }

  @Override
  public final String enquoteNCharLiteral(@Nullable String val) throws SQLException {
    return Statement.super.enquoteNCharLiteral(nonNull(val));
  }

  /** Quotes what is reserved too; 22023 for a name with a quote or NUL inside, or an empty one. */
  @Override
  public final String enquoteIdentifier(@Nullable String identifier, boolean alwaysQuote)
      throws SQLException {
    String name = nonNull(identifier);
    if (!alwaysQuote && Quoting.isSimple(name)) {
      return name;
    }
    return Quoting.quoted(name);
  }

  @Override
  public final boolean isSimpleIdentifier(@Nullable String identifier) throws SQLException {
    return Quoting.isSimple(nonNull(identifier));
  }

  private String nonNull(@Nullable String text) throws SQLException {
    checkOpen();
    if (text == null) {
      throw Failure.INVALID_PARAMETER.because("The text is null");
    }
    return text;
  }
}
