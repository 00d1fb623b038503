package io.workspacesql.sql;

import io.workspacesql.plan.RowCursor;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Rows that are already there. */
final class FixedRows implements RowCursor {
  private final Iterator<@Nullable Object[]> rows;
  private @Nullable Object @Nullable [] current;

  private FixedRows(Iterator<@Nullable Object[]> rows) {
    this.rows = rows;
  }

  static FixedRows of(List<@Nullable Object[]> rows) {
    return new FixedRows(rows.iterator());
  }

  @Override
  public boolean next() {
    current = rows.hasNext() ? rows.next() : null;
    return current != null;
  }

  @Override
  public @Nullable Object[] row() {
    if (current == null) {
      throw new NoSuchElementException("no current row");
    }
    return current;
  }

  @Override
  public void close() {
    current = null;
  }
}
