package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.sql.dml.WriteStatement;
import java.sql.SQLException;
import java.util.List;

/** A planned write as the java.sql surface sees it. */
record WritePlan(WriteStatement statement, List<ParameterType> parameters)
    implements PreparedWrite {

  static WritePlan of(WriteStatement statement) {
    return new WritePlan(statement, List.copyOf(statement.parameters().values()));
  }

  @Override
  public StatementKind kind() {
    return StatementKind.WRITE;
  }

  @Override
  public List<ResultColumn> columns() {
    return List.of();
  }

  @Override
  public boolean saysWhichRows() {
    return statement.saysWhichRows();
  }

  @Override
  public FrozenWrite freeze(ExecutionContext context) throws SQLException {
    try {
      return statement.freeze(context.withoutMaxRows());
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw PlannerFailures.of(e);
    }
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    throw Failure.NO_RESULT.because();
  }
}
