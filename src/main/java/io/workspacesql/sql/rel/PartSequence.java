package io.workspacesql.sql.rel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows that bring keys, in their order, cut into parts that bring ever more new keys; or all at
 * once, where asking in parts might send more requests. Used by the thread that executes.
 */
final class PartSequence<T> {
  /** As many as a connection asks for at once, unless it is set otherwise. */
  private static final int FIRST = 8;

  private static final int MOST = 128;

  private final JoinSideRows<T> all;
  private final BooleanSupplier inParts;
  private final Set<String> asked = new HashSet<>();
  private final List<@Nullable Object[]> found = new ArrayList<>();

  private int size;
  private int position;
  private boolean begun;

  /** Null = all rows come at once. */
  private @Nullable List<T> rows;

  /**
   * @param inParts tells, when the first row is wanted, whether parts are allowed
   * @param limited whether the reader is known to stop early: then one key comes first
   */
  PartSequence(JoinSideRows<T> all, BooleanSupplier inParts, boolean limited) {
    this.all = all;
    this.inParts = inParts;
    this.size = limited ? 1 : FIRST;
  }

  /** The next part; null = there is none. */
  @Nullable JoinedRows<T> next() {
    if (!begun) {
      begun = true;
      rows = inParts.getAsBoolean() ? all.kept() : null;
      return rows == null ? all : part(rows);
    }
    return rows == null || position == rows.size() ? null : part(rows);
  }

  private JoinPart<T> part(List<T> source) {
    Set<String> fresh = new LinkedHashSet<>();
    int begin = position;
    while (position < source.size() && takes(all.keyOf(source.get(position)), fresh)) {
      position++;
    }
    asked.addAll(fresh);
    size = Math.min(MOST, 2 * size);
    return new JoinPart<>(source.subList(begin, position), fresh, found);
  }

  private boolean takes(@Nullable String key, Set<String> fresh) {
    if (key == null || asked.contains(key) || fresh.contains(key)) {
      return true;
    }
    return fresh.size() < size && fresh.add(key);
  }
}
