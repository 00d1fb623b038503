package io.workspacesql.jdbc;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.plan.Change;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import io.workspacesql.sql.PreparedWrite;
import io.workspacesql.sql.ResultColumn;
import io.workspacesql.sql.StatementKind;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A planned write whose rows are set by the test; remembers how often they were frozen. */
final class FakeWrite implements PreparedWrite {
  final FrozenWrite frozen;
  final List<ExecutionContext> freezes = new ArrayList<>();
  private final List<ParameterType> parameters = new ArrayList<>();
  private boolean saysWhichRows = true;
  @Nullable SQLException onFreeze;
  Runnable duringFreeze = () -> {};

  private FakeWrite(FrozenWrite.Verb verb, List<WriteTask> tasks) {
    this.frozen = new FrozenWrite(verb, tasks, false);
  }

  /** {@code UPDATE … SET status = 'inactive'} of these rows, which were active. */
  static FakeWrite update(String... ids) {
    Change change = new Change(Catalog.WORKSPACES.column("status"), true, "active", "inactive");
    return new FakeWrite(
        FrozenWrite.Verb.UPDATE,
        Stream.of(ids).<WriteTask>map(id -> new WriteTask.Update(id, List.of(change))).toList());
  }

  static FakeWrite rename(String id, @Nullable String oldName, String newName) {
    Change change =
        new Change(Catalog.WORKSPACES.column("name"), oldName != null, oldName, newName);
    return new FakeWrite(
        FrozenWrite.Verb.UPDATE, List.of(new WriteTask.Update(id, oldName, List.of(change))));
  }

  static FakeWrite delete(String... ids) {
    return new FakeWrite(
        FrozenWrite.Verb.DELETE,
        Stream.of(ids).<WriteTask>map(id -> new WriteTask.Delete(id, "name of " + id)).toList());
  }

  static FakeWrite insert(String... names) {
    return insert(
        Stream.of(names)
            .map(name -> new WriteTask.Create(name, null, null))
            .toArray(WriteTask.Create[]::new));
  }

  static FakeWrite insert(WriteTask.Create... tasks) {
    return new FakeWrite(FrozenWrite.Verb.INSERT, List.of(tasks));
  }

  FakeWrite withoutWhere() {
    saysWhichRows = false;
    return this;
  }

  FakeWrite asking(JDBCType... types) {
    for (JDBCType type : types) {
      parameters.add(new ParameterType(type.getVendorTypeNumber(), type.getName(), 0, 0));
    }
    return this;
  }

  @Override
  public boolean saysWhichRows() {
    return saysWhichRows;
  }

  @Override
  public FrozenWrite freeze(ExecutionContext context) throws SQLException {
    freezes.add(context);
    duringFreeze.run();
    if (onFreeze != null) {
      throw onFreeze;
    }
    return frozen;
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
  public List<ParameterType> parameters() {
    return parameters;
  }

  @Override
  public RowCursor open(ExecutionContext context) {
    throw new AssertionError("a write has no rows");
  }
}
