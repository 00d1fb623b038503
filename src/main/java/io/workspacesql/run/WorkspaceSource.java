package io.workspacesql.run;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where the rows of a scan come from, before the scan's own filter. Used by the reading thread. */
interface WorkspaceSource {

  /**
   * The next row; its first values are those of the scan's columns, more may follow.
   *
   * @param wanted matching rows that the scan still needs, at least 1
   * @return null = no more rows
   */
  @Nullable Object @Nullable [] next(long wanted) throws SQLException;

  /** Tells what the user should hear of the reading so far; any thread, a second call is silent. */
  default void close() {}
}
