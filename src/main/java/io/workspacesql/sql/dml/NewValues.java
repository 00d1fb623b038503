package io.workspacesql.sql.dml;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.Operand;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Values that are the same for every row, computed once without a request. */
interface NewValues {

  Map<Integer, ParameterType> parameters();

  /** One value per column, not yet checked. */
  List<@Nullable Object> compute(ExecutionContext context) throws SQLException;

  /** Empty when a value depends on the row. */
  static Optional<NewValues> of(
      RowsPlanner planner, List<SqlNode> values, List<ColumnDefinition> columns)
      throws SQLException {
    List<Operand> simple = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      SimpleValue.of(values.get(i), columns.get(i)).ifPresent(simple::add);
    }
    if (simple.size() == values.size()) {
      return Optional.of(new Simple(simple, columns));
    }
    if (!values.stream().allMatch(RowIndependence::test)) {
      return Optional.empty();
    }
    List<SqlNode> typed = Syntax.assigned(values, columns);
    return Optional.of(new Computed(planner.plan(Syntax.select(typed, null, null))));
  }

  /** Literals and parameters. */
  record Simple(List<Operand> operands, List<ColumnDefinition> columns) implements NewValues {
    @Override
    public Map<Integer, ParameterType> parameters() {
      return SimpleValue.parameters(operands, columns);
    }

    @Override
    public List<@Nullable Object> compute(ExecutionContext context) {
      List<@Nullable Object> values = new ArrayList<>();
      operands.forEach(operand -> values.add(operand.resolve(context.parameters())));
      return values;
    }
  }

  /** Expressions over literals and parameters. */
  record Computed(RowsPlanner.Rows rows) implements NewValues {
    @Override
    public Map<Integer, ParameterType> parameters() {
      return rows.parametersByIndex();
    }

    @Override
    public List<@Nullable Object> compute(ExecutionContext context) throws SQLException {
      try (RowCursor cursor = rows.open(context)) {
        cursor.next();
        return Arrays.asList(cursor.row());
      }
    }
  }
}
