package io.workspacesql.sql.rel;

import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.jspecify.annotations.Nullable;

/** Makes one side of a join known to the other; public because generated code calls it. */
public final class JoinSideSource {
  private final int side;

  JoinSideSource(int side) {
    this.side = side;
  }

  /** The same rows, known to the scans of this execution. */
  public <T> Enumerable<T> rows(
      DataContext context, Enumerable<T> rows, Function1<T, @Nullable Object> key) {
    JoinSideRows<T> known = new JoinSideRows<>(rows, key);
    ScanOpener.of(context).join(side, known);
    return known;
  }

  /** The rows of the part at hand. */
  @SuppressWarnings("unchecked") // the rows of a side have the type that its plan says
  public <T> Enumerable<T> part(DataContext context) {
    return (Enumerable<T>) ScanOpener.of(context).joined(side).rowsToJoin();
  }
}
