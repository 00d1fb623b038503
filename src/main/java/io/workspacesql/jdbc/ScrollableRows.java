package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that can be moved to again: those that came are kept, up to a limit. */
final class ScrollableRows implements Rows {
  /** Some 100 MB of tenants with all columns. */
  static final int MOST = 100_000;

  private final RowWindow source;
  private final List<@Nullable Object[]> kept = new ArrayList<>();
  private boolean ended;

  private long at;

  ScrollableRows(RowWindow source) {
    this.source = source;
  }

  @Override
  public boolean next() throws SQLException {
    return moveTo(at + 1);
  }

  /**
   * Moves to a row, or before the first or after the last one.
   *
   * @param number from 1
   * @return whether there is such a row
   */
  boolean moveTo(long number) throws SQLException {
    readUpTo(number);
    at = Math.max(0, Math.min(number, kept.size() + 1L));
    return at > 0 && at <= kept.size();
  }

  /** The number of rows, all of which it reads. */
  long count() throws SQLException {
    readUpTo(Long.MAX_VALUE);
    return kept.size();
  }

  /** 0 = before the first row; after the last one it is one more than there are rows. */
  long position() {
    return at;
  }

  private void readUpTo(long number) throws SQLException {
    while (!ended && kept.size() < number) {
      ended = !source.next();
      if (!ended) {
        keep(source.row());
      }
    }
  }

  private void keep(@Nullable Object[] row) throws SQLException {
    if (kept.size() == MOST) {
      close();
      throw Failure.TOO_MUCH_MEMORY.because(
          "A scrollable result keeps its rows, and this one has more than "
              + MOST
              + ": read it forward only, or limit it");
    }
    kept.add(row.clone());
  }

  @Override
  public @Nullable Object[] row() throws SQLException {
    if (number() == 0) {
      throw Failure.CURSOR_POSITION.because(
          at == 0
              ? "The position is before the first row: call next()"
              : "There is no row after the last one");
    }
    return kept.get((int) at - 1);
  }

  @Override
  public long number() {
    return at <= kept.size() ? at : 0;
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    readUpTo(1);
    return at == 0 && !kept.isEmpty();
  }

  @Override
  public boolean isLast() throws SQLException {
    readUpTo(at + 1);
    return at > 0 && at == kept.size();
  }

  @Override
  public boolean isAfterLast() {
    return at > kept.size() && !kept.isEmpty();
  }

  @Override
  public void close() throws SQLException {
    ended = true;
    source.close();
  }
}
