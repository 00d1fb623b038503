package io.workspacesql.sql;

import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import java.util.List;

/** A planned query: what it returns, what it sends, and how its rows are computed. */
record QueryPlan(
    List<ResultColumn> columns, List<ParameterType> parameters, RequestPlan requestPlan, Body body)
    implements PreparedPlan {

  /** How the rows come about. */
  @FunctionalInterface
  interface Body {
    RowCursor open(ExecutionContext context) throws SQLException;
  }

  @Override
  public StatementKind kind() {
    return StatementKind.QUERY;
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    return body.open(context);
  }

  /** Rows straight from the leaf, with nothing left to compute. */
  static Body direct(ScanPlan plan) {
    return context -> Scans.open(plan, context, context.maxRows());
  }

  static Body noRows() {
    return context -> FixedRows.of(List.of());
  }
}
