package io.workspacesql.sql.dml;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.Change;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.Operand;
import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** UPDATE: the rows, and for each the new values of the columns that are set. */
final class UpdateStatement implements WriteStatement {
  private static final ColumnDefinition ID = Catalog.WORKSPACES.column("id");
  private static final ColumnDefinition NAME = Catalog.WORKSPACES.column("name");

  private final boolean saysWhichRows;
  private final List<ColumnDefinition> columns;

  /** Those whose old values are read: the ones that are set, and the name, to show it. */
  private final List<ColumnDefinition> old;

  private final RowsToWrite rows;

  /** The same for every row; null = computed per row, behind the old values. */
  private final @Nullable NewValues values;

  /** Literals and parameters, which are checked before any row is read. */
  private final Map<ColumnDefinition, Operand> given;

  private UpdateStatement(
      boolean saysWhichRows,
      List<ColumnDefinition> columns,
      List<ColumnDefinition> old,
      RowsToWrite rows,
      @Nullable NewValues values,
      Map<ColumnDefinition, Operand> given) {
    this.saysWhichRows = saysWhichRows;
    this.columns = columns;
    this.old = old;
    this.rows = rows;
    this.values = values;
    this.given = given;
  }

  static UpdateStatement plan(SqlUpdate update, RowsPlanner planner) throws SQLException {
    Target target = Target.of(update.getTargetTable());
    List<ColumnDefinition> columns = target.columns(update.getTargetColumnList());
    for (ColumnDefinition column : columns) {
      requireWritable(column);
    }
    List<SqlNode> expressions = new ArrayList<>();
    update.getSourceExpressionList().forEach(expressions::add);
    List<ColumnDefinition> old =
        Stream.concat(columns.stream(), Stream.of(NAME)).distinct().toList();
    NewValues values = NewValues.of(planner, expressions, columns).orElse(null);
    return new UpdateStatement(
        update.getCondition() != null,
        columns,
        old,
        RowsToWrite.plan(
            planner,
            wanted(target, old, columns, values == null ? expressions : List.of()),
            Syntax.named(update.getTargetTable(), update.getAlias()),
            update.getCondition(),
            values == null),
        values,
        given(columns, expressions));
  }

  private static Map<ColumnDefinition, Operand> given(
      List<ColumnDefinition> columns, List<SqlNode> expressions) {
    Map<ColumnDefinition, Operand> given = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnDefinition column = columns.get(i);
      SimpleValue.of(expressions.get(i), column).ifPresent(value -> given.put(column, value));
    }
    return given;
  }

  private static void requireWritable(ColumnDefinition column) throws SQLException {
    if (!column.writable()) {
      throw Failure.NOT_WRITABLE.because(
          "Column " + column.name() + " is set by the server and cannot be written");
    }
  }

  /** The id, the old values, and the expressions that need the row. */
  private static List<SqlNode> wanted(
      Target target,
      List<ColumnDefinition> old,
      List<ColumnDefinition> columns,
      List<SqlNode> expressions) {
    List<SqlNode> wanted = new ArrayList<>();
    wanted.add(target.column(ID));
    old.forEach(column -> wanted.add(target.column(column)));
    wanted.addAll(Syntax.assigned(expressions, columns));
    return wanted;
  }

  @Override
  public boolean saysWhichRows() {
    return saysWhichRows;
  }

  @Override
  public RequestPlan reads() {
    return rows.requestPlan();
  }

  @Override
  public Map<Integer, ParameterType> parameters() {
    Map<Integer, ParameterType> parameters = new TreeMap<>(rows.parameters());
    if (values != null) {
      parameters.putAll(values.parameters());
    }
    return parameters;
  }

  @Override
  public FrozenWrite freeze(ExecutionContext context) throws SQLException {
    for (Map.Entry<ColumnDefinition, Operand> value : given.entrySet()) {
      NewValue.checked(value.getKey(), value.getValue().resolve(context.parameters()));
    }
    List<@Nullable Object> shared = values == null ? null : values.compute(context);
    if (shared != null) {
      check(shared);
    }
    List<WriteTask> tasks = new ArrayList<>();
    for (@Nullable Object[] row : rows.freeze(context)) {
      String id = (String) Objects.requireNonNull(row[0]);
      tasks.add(new WriteTask.Update(id, name(row), changes(row, shared)));
    }
    return new FrozenWrite(FrozenWrite.Verb.UPDATE, tasks, rows.areRead());
  }

  /** Also when no row is meant: a bad value is a mistake in the statement. */
  private void check(List<@Nullable Object> shared) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      NewValue.checked(columns.get(i), shared.get(i));
    }
  }

  private @Nullable String name(@Nullable Object[] row) {
    int place = old.indexOf(NAME);
    return rows.areRead() ? (String) row[1 + place] : null;
  }

  private List<Change> changes(@Nullable Object[] row, @Nullable List<@Nullable Object> shared)
      throws SQLException {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = shared == null ? row[1 + old.size() + i] : shared.get(i);
      ColumnDefinition column = columns.get(i);
      changes.add(
          new Change(
              column,
              rows.areRead(),
              rows.areRead() ? row[1 + i] : null,
              NewValue.checked(column, value)));
    }
    return changes;
  }
}
