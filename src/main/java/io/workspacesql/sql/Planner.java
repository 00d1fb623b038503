package io.workspacesql.sql;

import java.sql.SQLException;

/** Makes plans of SQL text. Sends nothing. Safe for use by several threads. */
@FunctionalInterface
public interface Planner {

  /**
   * Parses, validates and plans; plans are cached by text.
   *
   * @throws SQLException 42xxx with line and column, 0A000 for SQL that the driver does not do
   */
  PreparedPlan prepare(String sql) throws SQLException;
}
