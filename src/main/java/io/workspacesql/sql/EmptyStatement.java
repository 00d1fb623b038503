package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.util.List;

/** Blank text or only comments: allowed, and nothing happens. */
enum EmptyStatement implements PreparedPlan {
  INSTANCE;

  @Override
  public StatementKind kind() {
    return StatementKind.EMPTY;
  }

  @Override
  public List<ResultColumn> columns() {
    return List.of();
  }

  @Override
  public List<ParameterType> parameters() {
    return List.of();
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    throw Failure.NO_RESULT.because();
  }
}
