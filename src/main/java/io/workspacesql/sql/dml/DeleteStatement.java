package io.workspacesql.sql.dml;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.sql.SqlDelete;
import org.jspecify.annotations.Nullable;

/** DELETE: the rows, with their names where they are read. */
record DeleteStatement(boolean saysWhichRows, RowsToWrite rows) implements WriteStatement {

  static DeleteStatement plan(SqlDelete delete, RowsPlanner planner) throws SQLException {
    Target target = Target.of(delete.getTargetTable());
    return new DeleteStatement(
        delete.getCondition() != null,
        RowsToWrite.plan(
            planner,
            List.of(
                target.column(Catalog.WORKSPACES.column("id")),
                target.column(Catalog.WORKSPACES.column("name"))),
            Syntax.named(delete.getTargetTable(), delete.getAlias()),
            delete.getCondition(),
            false));
  }

  @Override
  public RequestPlan reads() {
    return rows.requestPlan();
  }

  @Override
  public Map<Integer, ParameterType> parameters() {
    return rows.parameters();
  }

  @Override
  public FrozenWrite freeze(ExecutionContext context) throws SQLException {
    List<WriteTask> tasks = new ArrayList<>();
    for (@Nullable Object[] row : rows.freeze(context)) {
      String name = rows.areRead() ? (String) row[1] : null;
      tasks.add(new WriteTask.Delete((String) Objects.requireNonNull(row[0]), name));
    }
    return new FrozenWrite(FrozenWrite.Verb.DELETE, tasks, rows.areRead());
  }
}
