package io.workspacesql.sql.dml;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.RequestPlan;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.Map;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlInsert;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUpdate;

/** A planned write. Immutable. */
public interface WriteStatement {

  /**
   * Plans an UPDATE, DELETE or INSERT.
   *
   * @throws SQLException 42xxx for what it names wrongly, 0A000 for what the API cannot do
   */
  static WriteStatement plan(SqlNode statement, RowsPlanner planner) throws SQLException {
    if (statement instanceof SqlUpdate update) {
      return UpdateStatement.plan(update, planner);
    }
    if (statement instanceof SqlDelete delete) {
      return DeleteStatement.plan(delete, planner);
    }
    if (statement instanceof SqlInsert insert && !insert.isUpsert()) {
      return InsertStatement.plan(insert, planner);
    }
    throw Failure.NOT_SUPPORTED.because("The API cannot do " + statement.getKind().sql);
  }

  /** Whether there is a WHERE, or none is needed. */
  boolean saysWhichRows();

  /** What is read before anything is written. */
  RequestPlan reads();

  /** All parameters, by zero-based index. */
  Map<Integer, ParameterType> parameters();

  /** See {@link io.workspacesql.sql.PreparedWrite#freeze}. */
  FrozenWrite freeze(ExecutionContext context) throws SQLException;
}
