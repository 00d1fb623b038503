package io.workspacesql.sql.dml;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Where the rows of an INSERT come from. */
interface InsertSource {

  Map<Integer, ParameterType> parameters();

  RequestPlan requestPlan();

  /** All rows, each with a value per column. */
  List<List<@Nullable Object>> rows(ExecutionContext context) throws SQLException;

  static InsertSource of(SqlNode source, List<ColumnDefinition> columns, RowsPlanner planner)
      throws SQLException {
    if (source.getKind() != SqlKind.VALUES) {
      return Query.of(source, columns, planner);
    }
    List<SqlNode> rows = new ArrayList<>();
    List<NewValues> values = new ArrayList<>();
    for (SqlNode row : ((SqlCall) source).getOperandList()) {
      List<SqlNode> given = ((SqlCall) row).getOperandList().stream().map(Syntax::given).toList();
      requireSameNumber(given.size(), columns);
      rows.add(Syntax.row(Syntax.assigned(given, columns)));
      NewValues.of(planner, given, columns).ifPresent(values::add);
    }
    return values.size() == rows.size()
        ? new Values(values)
        : Query.of(Syntax.values(rows), columns, planner);
  }

  private static void requireSameNumber(int values, List<ColumnDefinition> columns)
      throws SQLException {
    if (values != columns.size()) {
      throw Failure.SYNTAX.because(
          "INSERT names " + columns.size() + " columns but gives " + values + " values");
    }
  }

  /** {@code VALUES (…), (…)} whose values need no table. */
  record Values(List<NewValues> values) implements InsertSource {
    @Override
    public Map<Integer, ParameterType> parameters() {
      Map<Integer, ParameterType> parameters = new TreeMap<>();
      values.forEach(row -> parameters.putAll(row.parameters()));
      return parameters;
    }

    @Override
    public RequestPlan requestPlan() {
      return new RequestPlan(List.of(), List.of());
    }

    @Override
    public List<List<@Nullable Object>> rows(ExecutionContext context) throws SQLException {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (NewValues row : values) {
        rows.add(row.compute(context));
      }
      return rows;
    }
  }

  /** Any other query. */
  record Query(RowsPlanner.Rows query) implements InsertSource {

    static Query of(SqlNode source, List<ColumnDefinition> columns, RowsPlanner planner)
        throws SQLException {
      requireSameNumber(planner.plan(source).width(), columns);
      List<SqlNode> names = new ArrayList<>();
      List<SqlNode> typed = new ArrayList<>();
      for (ColumnDefinition column : columns) {
        names.add(Syntax.column(column.name()));
        typed.add(
            Syntax.assigned(
                new SqlIdentifier(List.of("source", column.name()), SqlParserPos.ZERO), column));
      }
      SqlNode named = Syntax.derived(source, "source", names);
      return new Query(planner.plan(Syntax.select(typed, named, null)));
    }

    @Override
    public Map<Integer, ParameterType> parameters() {
      return query.parametersByIndex();
    }

    @Override
    public RequestPlan requestPlan() {
      return query.requestPlan();
    }

    @Override
    public List<List<@Nullable Object>> rows(ExecutionContext context) throws SQLException {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      try (RowCursor cursor = query.open(context)) {
        while (cursor.next()) {
          rows.add(Arrays.asList(Arrays.copyOf(cursor.row(), query.width())));
        }
      }
      return rows;
    }
  }
}
