package io.workspacesql.sql;

import io.workspacesql.plan.Outlook;
import io.workspacesql.plan.PlanLine;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.RowCursor;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXPLAIN PLAN FOR …}: the request plan as rows; sends nothing.
 *
 * @param streams whether the fetch size of the statement that explains would matter
 */
record ExplainPlan(RequestPlan requests, boolean streams, PlanSettings settings)
    implements PreparedPlan {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          column("step", Types.INTEGER, "INTEGER", false),
          column("http_method", Types.VARCHAR, "VARCHAR", true),
          column("path", Types.VARCHAR, "VARCHAR", true),
          column("query_text", Types.VARCHAR, "VARCHAR", true),
          column("at_most", Types.VARCHAR, "VARCHAR", false),
          column("explanation", Types.VARCHAR, "VARCHAR", false));

  static ResultColumn column(String name, int type, String typeName, boolean nullable) {
    return new ResultColumn(name, name, null, null, type, typeName, 0, 0, nullable);
  }

  @Override
  public StatementKind kind() {
    return StatementKind.QUERY;
  }

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<ParameterType> parameters() {
    return List.of();
  }

  @Override
  public RowCursor open(ExecutionContext context) {
    int fetchSize = streams ? context.fetchSize() : 0;
    Outlook outlook = new Outlook(settings, context.runner().learned(), fetchSize);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (PlanLine line : requests.lines(outlook)) {
      rows.add(
          new @Nullable Object[] {
            rows.size() + 1,
            line.httpMethod(),
            line.path(),
            line.queryText(),
            line.atMost(),
            line.explanation()
          });
    }
    return FixedRows.of(rows);
  }
}
