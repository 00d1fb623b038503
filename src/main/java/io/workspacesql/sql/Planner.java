package io.workspacesql.sql;

import java.sql.SQLException;
import java.time.Duration;

/** Makes plans of SQL text. Sends nothing. Safe for use by several threads. */
@FunctionalInterface
public interface Planner {

  /**
   * Parses, validates and plans; plans are cached by text.
   *
   * @param planning ends when this does; used once
   * @throws SQLException 42xxx with line and column, 0A000 for SQL that the driver does not do,
   *     54000 and 54001 for too much of it, HYT00 and 57014 when the planning was ended
   */
  PreparedPlan prepare(String sql, Planning planning) throws SQLException;

  /** The same, however long it takes. */
  default PreparedPlan prepare(String sql) throws SQLException {
    return prepare(sql, Planning.within(Duration.ZERO));
  }
}
