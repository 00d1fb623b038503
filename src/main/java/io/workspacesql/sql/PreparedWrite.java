package io.workspacesql.sql;

import io.workspacesql.plan.FrozenWrite;
import java.sql.SQLException;

/** A planned UPDATE, DELETE or INSERT. Writes nothing itself. */
public interface PreparedWrite extends PreparedPlan {

  /** Whether the statement says which rows: it has a WHERE, or is an INSERT. */
  boolean saysWhichRows();

  /**
   * Freezes the rows: reads them to the end where that is needed and computes every new value. All
   * checks of values happen here, before any write.
   *
   * @throws SQLException 23502, 22021 or 22023 for a value that the server would not take, or
   *     whatever reading may throw
   */
  FrozenWrite freeze(ExecutionContext context) throws SQLException;
}
