package io.workspacesql.jdbc;

import io.workspacesql.plan.RowCursor;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are already there. */
final class StaticRows implements RowCursor {
  private final Iterator<@Nullable Object[]> rows;
  private @Nullable Object[] current = new Object[0];

  StaticRows(List<@Nullable Object[]> rows) {
    this.rows = rows.iterator();
  }

  static StaticRows ofOneColumn(List<String> values) {
    return new StaticRows(values.stream().map(value -> new @Nullable Object[] {value}).toList());
  }

  @Override
  public boolean next() {
    if (!rows.hasNext()) {
      return false;
    }
    current = rows.next();
    return true;
  }

  @Override
  public @Nullable Object[] row() {
    return current;
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
