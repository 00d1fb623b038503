package io.workspacesql.sql.rel;

import io.workspacesql.plan.JoinKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one side of a join, read ahead until their keys are known or are too many. Used by
 * the thread that executes.
 */
public final class JoinSideRows<T> extends AbstractEnumerable<T> implements JoinedRows<T> {
  /** Many rows with few keys are not kept for the keys' sake without end. */
  private static final int MOST_ROWS = 100_000;

  private final Enumerable<T> source;
  private final Function1<T, @Nullable Object> key;
  private final List<T> read = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();

  /** What follows the rows read; null = not begun, or taken by the first reader. */
  private @Nullable Enumerator<T> rest;

  private boolean begun;
  private boolean ended;

  JoinSideRows(Enumerable<T> source, Function1<T, @Nullable Object> key) {
    this.source = source;
    this.key = key;
  }

  @Override
  public @Nullable Set<String> keys() {
    readAhead();
    return ended ? keys : null;
  }

  /** All rows; null = they are too many to be kept. */
  @Nullable List<T> kept() {
    readAhead();
    return ended ? read : null;
  }

  /** Null equals nothing. */
  @Nullable String keyOf(T row) {
    return (String) key.apply(row);
  }

  @Override
  public Enumerable<T> rowsToJoin() {
    return this;
  }

  private void readAhead() {
    if (begun) {
      return;
    }
    begun = true;
    Enumerator<T> rows = source.enumerator();
    rest = rows;
    while (keys.size() <= JoinKeys.MOST && read.size() <= MOST_ROWS) {
      if (!rows.moveNext()) {
        ended = true;
        return;
      }
      T row = rows.current();
      read.add(row);
      add(keyOf(row));
    }
    keys.clear();
  }

  private void add(@Nullable String value) {
    if (value != null) {
      keys.add(value);
    }
  }

  @Override
  public Enumerator<T> enumerator() {
    readAhead();
    Enumerator<T> following = rest;
    rest = null;
    if (!ended && following == null) {
      return source.enumerator(); // a second reader of rows that were not kept
    }
    return new ReadAndRest<>(read, following);
  }

  private static final class ReadAndRest<T> implements Enumerator<T> {
    private final List<T> read;
    private final @Nullable Enumerator<T> rest;
    private int position = -1;

    ReadAndRest(List<T> read, @Nullable Enumerator<T> rest) {
      this.read = read;
      this.rest = rest;
    }

    @Override
    public boolean moveNext() {
      if (position < read.size()) {
        position++;
      }
      return position < read.size() || (rest != null && rest.moveNext());
    }

    @Override
    public T current() {
      if (position < read.size()) {
        return read.get(position);
      }
      if (rest == null) {
        throw new IllegalStateException("no current row");
      }
      return rest.current();
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("a side of a join is read once");
    }

    @Override
    public void close() {
      if (rest != null) {
        rest.close();
      }
    }
  }
}
