package io.workspacesql.sql.rel;

import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** Rows that end with the statement's failure; public because generated code calls it. */
public final class StoppableRows {
  private StoppableRows() {}

  /** The same rows, as long as the statement may go on. */
  public static <T> Enumerable<T> of(Enumerable<T> rows, DataContext context) {
    ScanOpener execution = ScanOpener.of(context);
    return new AbstractEnumerable<T>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Checked<>(rows.enumerator(), execution);
      }
    };
  }

  private record Checked<T>(Enumerator<T> rows, ScanOpener execution) implements Enumerator<T> {
    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public boolean moveNext() {
      execution.checkGoesOn();
      return rows.moveNext();
    }

    @Override
    public void reset() {
      rows.reset();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
