package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A cursor with a row limit and a position, which looks one row ahead when it is asked whether
 * there are more.
 */
final class RowWindow implements Rows {
  private final RowCursor cursor;
  private final long limit;
  private @Nullable Object @Nullable [] current;
  private @Nullable Object @Nullable [] ahead;
  private boolean ended;
  private long passed;

  /**
   * @param limit 0 = none
   */
  RowWindow(RowCursor cursor, long limit) {
    this.cursor = cursor;
    this.limit = limit;
  }

  @Override
  public boolean next() throws SQLException {
    boolean found = peek();
    current = ahead;
    ahead = null;
    if (found) {
      passed++;
    }
    return found;
  }

  private boolean peek() throws SQLException {
    if (ahead != null) {
      return true;
    }
    if (ended) {
      return false;
    }
    if ((limit > 0 && passed == limit) || !Guard.call(cursor::next)) {
      ended = true;
      close();
      return false;
    }
    ahead = cursor.row();
    return true;
  }

  @Override
  public @Nullable Object[] row() throws SQLException {
    if (current == null) {
      throw Failure.CURSOR_POSITION.because(
          passed == 0 ? "Call next() before the first row" : "There is no row after the last one");
    }
    return current;
  }

  @Override
  public long number() {
    return current == null ? 0 : passed;
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    return passed == 0 && peek();
  }

  @Override
  public boolean isLast() throws SQLException {
    return current != null && !peek();
  }

  @Override
  public boolean isAfterLast() {
    return ended && current == null && passed > 0;
  }

  @Override
  public void close() throws SQLException {
    ended = true;
    Guard.run(cursor::close);
  }
}
