package io.workspacesql.sql.rel;

import java.util.function.Function;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** The rows of the joins of all parts, each computed when the one before has been read. */
final class PartsEnumerator<T, R> implements Enumerator<R> {
  private final PartSequence<T> parts;
  private final Function<JoinedRows<T>, Enumerator<R>> join;
  private @Nullable Enumerator<R> current;

  PartsEnumerator(PartSequence<T> parts, Function<JoinedRows<T>, Enumerator<R>> join) {
    this.parts = parts;
    this.join = join;
  }

  @Override
  public boolean moveNext() {
    Enumerator<R> rows = current;
    while (rows == null || !rows.moveNext()) {
      close();
      JoinedRows<T> part = parts.next();
      if (part == null) {
        return false;
      }
      rows = join.apply(part);
      current = rows;
    }
    return true;
  }

  @Override
  public R current() {
    if (current == null) {
      throw new IllegalStateException("no current row");
    }
    return current.current();
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException("a join in parts is read once");
  }

  @Override
  public void close() {
    Enumerator<R> rows = current;
    current = null;
    if (rows != null) {
      rows.close();
    }
  }
}
