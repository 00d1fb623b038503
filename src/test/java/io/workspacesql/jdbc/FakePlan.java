package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import io.workspacesql.sql.PreparedPlan;
import io.workspacesql.sql.ResultColumn;
import io.workspacesql.sql.StatementKind;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan with rows set by the test; remembers the contexts in which it was opened. */
final class FakePlan implements PreparedPlan {
  private final StatementKind kind;
  private final List<ResultColumn> columns;
  private final List<ParameterType> parameters;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  final List<ExecutionContext> contexts = new ArrayList<>();
  final List<RowCursor> closed = new ArrayList<>();
  @Nullable Throwable onOpen;
  @Nullable Throwable onNext;

  private FakePlan(StatementKind kind, List<ResultColumn> columns, List<ParameterType> parameters) {
    this.kind = kind;
    this.columns = columns;
    this.parameters = parameters;
  }

  static FakePlan empty() {
    return new FakePlan(StatementKind.EMPTY, List.of(), List.of());
  }

  /** A query with columns {@code C1}, {@code C2} … of these types. */
  static FakePlan query(JDBCType... types) {
    List<ResultColumn> columns = new ArrayList<>();
    for (JDBCType type : types) {
      String name = "C" + (columns.size() + 1);
      columns.add(
          new ResultColumn(
              name, name, null, null, type.getVendorTypeNumber(), type.getName(), 0, 0, true));
    }
    return new FakePlan(StatementKind.QUERY, columns, List.of());
  }

  static FakePlan of(ResultColumn... columns) {
    return new FakePlan(StatementKind.QUERY, List.of(columns), List.of());
  }

  /** A query with one column and parameters of these types. */
  static FakePlan asking(JDBCType... types) {
    List<ParameterType> parameters =
        Stream.of(types)
            .map(type -> new ParameterType(type.getVendorTypeNumber(), type.getName(), 0, 0))
            .toList();
    return new FakePlan(StatementKind.QUERY, query(JDBCType.VARCHAR).columns(), parameters);
  }

  FakePlan row(@Nullable Object... values) {
    rows.add(values);
    return this;
  }

  ExecutionContext lastContext() {
    return contexts.get(contexts.size() - 1);
  }

  @Override
  public StatementKind kind() {
    return kind;
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public List<ParameterType> parameters() {
    return parameters;
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    contexts.add(context);
    fail(onOpen);
    StaticRows all = new StaticRows(rows);
    return new RowCursor() {
      @Override
      public boolean next() throws SQLException {
        fail(onNext);
        if (context.cancelled().getAsBoolean()) {
          throw Failure.CANCELLED.because();
        }
        return all.next();
      }

      @Override
      public @Nullable Object[] row() {
        return all.row();
      }

      @Override
      public void close() {
        closed.add(this);
      }
    };
  }

  private static void fail(@Nullable Throwable failure) throws SQLException {
    if (failure instanceof SQLException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
