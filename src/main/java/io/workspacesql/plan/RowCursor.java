package io.workspacesql.plan;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows, one after the other; used by one thread at a time, {@link #close} by any.
 *
 * <p>Values are internal values, see {@link io.workspacesql.catalog.ColumnType}.
 */
public interface RowCursor extends AutoCloseable {

  /** Moves to the next row; false = no more rows. May send requests. */
  boolean next() throws SQLException;

  /** The row that {@link #next} moved to; the array is the caller's to keep, not to change. */
  @Nullable Object[] row();

  /** Stops requests in flight and lets everything go; a second call does nothing. */
  @Override
  void close();
}
