package io.workspacesql.sql;

import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one scan that several places of a plan read, asked for once and kept while the statement
 * runs. Used by the thread that executes.
 */
final class SharedRows {
  /** A lone reader of more rows than this streams on, and the next one asks again. */
  static final int KEPT_ROWS = 100_000;

  private final RowCursor source;
  private final List<@Nullable Object[]> kept = new ArrayList<>();
  private int readers;
  private boolean ended;
  private boolean forgotten;

  SharedRows(RowCursor source) {
    this.source = source;
  }

  /** Whether a new reader still finds all rows from the first on. */
  boolean isComplete() {
    return !forgotten;
  }

  RowCursor read() {
    readers++;
    return new Reader();
  }

  private @Nullable Object @Nullable [] fetch() throws SQLException {
    if (ended || !source.next()) {
      ended = true;
      return null;
    }
    @Nullable Object[] row = source.row();
    if (readers == 1 && kept.size() == KEPT_ROWS) {
      forgotten = true;
      kept.clear();
    }
    if (!forgotten) {
      kept.add(row);
    }
    return row;
  }

  private final class Reader implements RowCursor {
    private int position;
    private @Nullable Object @Nullable [] current;

    @Override
    public boolean next() throws SQLException {
      current = position < kept.size() ? kept.get(position) : fetch();
      position++;
      return current != null;
    }

    @Override
    public @Nullable Object[] row() {
      if (current == null) {
        throw new IllegalStateException("no current row");
      }
      return current;
    }

    /** The rows stay for other readers; the end of the statement closes the scan. */
    @Override
    public void close() {
      current = null;
    }
  }
}
