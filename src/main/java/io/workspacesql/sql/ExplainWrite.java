package io.workspacesql.sql;

import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.Outlook;
import io.workspacesql.plan.PlanLine;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.TokenScope;
import io.workspacesql.plan.WriteEffect;
import io.workspacesql.plan.WriteLine;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXPLAIN PLAN FOR} a write: reads the rows that it means and shows each request that it
 * would send; writes nothing.
 */
record ExplainWrite(WritePlan write, PlanSettings settings) implements PreparedPlan {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ExplainPlan.column("step", Types.INTEGER, "INTEGER", false),
          ExplainPlan.column("http_method", Types.VARCHAR, "VARCHAR", true),
          ExplainPlan.column("path", Types.VARCHAR, "VARCHAR", true),
          ExplainPlan.column("body", Types.VARCHAR, "VARCHAR", true),
          ExplainPlan.column("changes", Types.VARCHAR, "VARCHAR", true),
          ExplainPlan.column("explanation", Types.VARCHAR, "VARCHAR", true));

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
    return write.parameters();
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    TokenScope scope = context.runner().learned().tokenScope();
    if (scope != null) {
      List<@Nullable Object[]> refused = new ArrayList<>();
      String reason = "refused: " + scope.refusal("A write").getMessage();
      add(refused, null, null, null, null, reason);
      return FixedRows.of(refused);
    }
    FrozenWrite frozen = write.freeze(context);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (PlanLine line :
        write.statement().reads().lines(new Outlook(settings, context.runner().learned(), 0))) {
      add(rows, line.httpMethod(), line.path(), null, null, "read first: " + line.explanation());
    }
    for (WriteTask task : frozen.tasks()) {
      for (WriteLine line : WriteLine.of(task)) {
        add(rows, line.httpMethod(), line.path(), line.body(), line.changes(), name(task));
      }
    }
    WriteEffect.of(frozen).forEach(effect -> add(rows, null, null, null, null, effect));
    return FixedRows.of(rows);
  }

  /** For an UPDATE the name of the tenant, which its changes may leave out. */
  private static @Nullable String name(WriteTask task) {
    return task instanceof WriteTask.Update update && update.name() != null
        ? "name: " + update.name()
        : null;
  }

  private static void add(List<@Nullable Object[]> rows, @Nullable String... cells) {
    @Nullable Object[] row = new @Nullable Object[cells.length + 1];
    row[0] = rows.size() + 1;
    System.arraycopy(cells, 0, row, 1, cells.length);
    rows.add(row);
  }
}
