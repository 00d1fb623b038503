package io.workspacesql.sql.rel;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** Some of the rows, and no look at the one behind; public because generated code calls it. */
public final class LimitedRows {
  private LimitedRows() {}

  /** As many rows as wanted after those to skip. */
  public static <T> Enumerable<T> of(Enumerable<T> rows, long offset, long fetch) {
    return new AbstractEnumerable<T>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Limited<>(rows.enumerator(), offset, fetch);
      }
    };
  }

  private static final class Limited<T> implements Enumerator<T> {
    private final Enumerator<T> rows;
    private long toSkip;
    private long wanted;

    Limited(Enumerator<T> rows, long toSkip, long wanted) {
      this.rows = rows;
      this.toSkip = toSkip;
      this.wanted = wanted;
    }

    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public boolean moveNext() {
      boolean found = wanted > 0 && skipped() && rows.moveNext();
      wanted = found ? wanted - 1 : 0;
      return found;
    }

    /** Whether there are as many rows as are to be skipped. */
    private boolean skipped() {
      while (toSkip > 0 && rows.moveNext()) {
        toSkip--;
      }
      return toSkip == 0;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("limited rows are read once");
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
