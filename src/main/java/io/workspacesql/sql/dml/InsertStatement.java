package io.workspacesql.sql.dml;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.MintRequest;
import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlInsert;
import org.jspecify.annotations.Nullable;

/** INSERT: the rows to create, from VALUES or a query that is read to its end first. */
record InsertStatement(List<ColumnDefinition> columns, InsertSource source)
    implements WriteStatement {

  static InsertStatement plan(SqlInsert insert, RowsPlanner planner) throws SQLException {
    Target target = Target.of(insert.getTargetTable());
    List<ColumnDefinition> columns = target.columns(insert.getTargetColumnList());
    if (columns.stream().noneMatch(column -> column.name().equals("name"))) {
      throw Failure.NOT_NULL.because("A new workspace needs a name: INSERT INTO … (name) …");
    }
    return new InsertStatement(columns, InsertSource.of(insert.getSource(), columns, planner));
  }

  @Override
  public boolean saysWhichRows() {
    return true;
  }

  @Override
  public RequestPlan reads() {
    return source.requestPlan();
  }

  @Override
  public Map<Integer, ParameterType> parameters() {
    return source.parameters();
  }

  @Override
  public FrozenWrite freeze(ExecutionContext context) throws SQLException {
    List<WriteTask> tasks = new ArrayList<>();
    for (List<@Nullable Object> row : source.rows(context)) {
      tasks.add(task(row, context.mint()));
    }
    return new FrozenWrite(FrozenWrite.Verb.INSERT, tasks, true);
  }

  private WriteTask task(List<@Nullable Object> row, MintRequest mint) throws SQLException {
    String name = null;
    WorkspaceStatus status = null;
    Boolean cacheEnabled = null;
    for (int i = 0; i < columns.size(); i++) {
      ColumnDefinition column = columns.get(i);
      Object value = row.get(i);
      switch (column.name()) {
        case "name" -> name = (String) NewValue.checked(column, value);
        case "status" -> status = value == null ? null : status(column, value);
        case "cache_enabled" -> cacheEnabled = (Boolean) value;
        default -> requireAbsent(column, value);
      }
    }
    if (name == null) {
      throw Failure.NOT_NULL.because("Column name cannot be NULL");
    }
    return new WriteTask.Create(name, status, cacheEnabled, mint);
  }

  private static WorkspaceStatus status(ColumnDefinition column, Object value) throws SQLException {
    NewValue.checked(column, value);
    return WorkspaceStatus.of((String) value).orElseThrow();
  }

  /** Generic tools send NULL for what they do not know; that counts as not given. */
  private static void requireAbsent(ColumnDefinition column, @Nullable Object value)
      throws SQLException {
    if (value != null) {
      throw Failure.NOT_WRITABLE.because(
          "Column " + column.name() + " is set by the server; leave it out or give NULL");
    }
  }
}
