package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.sql.ResultColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a statement or of a metadata question; read-only, one thread at a time. */
final class WorkspacesResultSet extends ValueGetters
    implements Scrolling, UnsupportedUpdates, UnsupportedUpdatesByLabel, Unwrapping {
  private final List<ResultColumn> columns;
  private final Rows rows;
  private final ResultOwner owner;
  private boolean wasNull;
  private int fetchSize;
  private int fetchDirection = FETCH_FORWARD;
  private volatile boolean closed;

  WorkspacesResultSet(
      List<ResultColumn> columns,
      RowCursor cursor,
      long maxRows,
      ValueConversion conversion,
      ResultOwner owner) {
    super(conversion);
    this.columns = columns;
    RowWindow window = new RowWindow(cursor, maxRows);
    this.rows = owner.results().scrollable() ? new ScrollableRows(window) : window;
    this.owner = owner;
  }

  @Override
  public boolean next() throws SQLException {
    checkOpen();
    wasNull = false;
    return rows.next();
  }

  @Override
  public ScrollableRows scrollable(String method) throws SQLException {
    checkOpen();
    wasNull = false;
    if (rows instanceof ScrollableRows scrollable) {
      return scrollable;
    }
    throw Scrolling.refused(method);
  }

  @Override
  public int getType() throws SQLException {
    checkOpen();
    return owner.results().type();
  }

  @Override
  public int getConcurrency() throws SQLException {
    checkOpen();
    return CONCUR_READ_ONLY;
  }

  @Override
  public void close() throws SQLException {
    if (!closed) {
      closed = true;
      try {
        rows.close();
      } finally {
        owner.closed(this);
      }
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  private void checkOpen() throws SQLException {
    if (closed) {
      throw Failure.CLOSED.because("result set");
    }
  }

  private ResultColumn column(int number) throws SQLException {
    checkOpen();
    if (number < 1 || number > columns.size()) {
      throw Failure.COLUMN_INDEX.because(number, columns.size());
    }
    return columns.get(number - 1);
  }

  @Override
  @Nullable Object plain(int number) throws SQLException {
    ResultColumn column = column(number);
    Object internal = rows.row()[number - 1];
    wasNull = internal == null;
    return internal == null ? null : PlainValue.ofInternal(internal, column.jdbcType());
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  /** The first column with this label, without regard to case. */
  @Override
  public int findColumn(@Nullable String columnLabel) throws SQLException {
    checkOpen();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).label().equalsIgnoreCase(columnLabel)) {
        return i + 1;
      }
    }
    throw Failure.COLUMN_LABEL.because(
        columnLabel, columns.stream().map(ResultColumn::label).toList());
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return new WorkspacesResultSetMetaData(columns);
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return owner.warning();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    owner.clearWarnings();
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    checkOpen();
    return rows.isBeforeFirst();
  }

  @Override
  public boolean isFirst() throws SQLException {
    checkOpen();
    return rows.number() == 1;
  }

  @Override
  public boolean isLast() throws SQLException {
    checkOpen();
    return rows.isLast();
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return rows.isAfterLast();
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return (int) Math.min(Integer.MAX_VALUE, rows.number());
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    if (direction < FETCH_FORWARD || direction > FETCH_UNKNOWN) {
      throw Failure.INVALID_PARAMETER.because("Fetch direction " + direction);
    }
    if (direction != FETCH_FORWARD && !(rows instanceof ScrollableRows)) {
      throw Scrolling.refused("A fetch direction other than FETCH_FORWARD");
    }
    fetchDirection = direction;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return fetchDirection;
  }

  /** Kept, without effect: a walk keeps the page size that its statement gave it. */
  @Override
  public void setFetchSize(int size) throws SQLException {
    checkOpen();
    if (size < 0) {
      throw Failure.INVALID_PARAMETER.because("Fetch size " + size + " is negative");
    }
    fetchSize = size;
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return owner.results().holdability();
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    checkOpen();
    return owner.statement();
  }

  @Override
  public boolean rowUpdated() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  public boolean rowInserted() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  public boolean rowDeleted() throws SQLException {
    checkOpen();
    return false;
  }
}
