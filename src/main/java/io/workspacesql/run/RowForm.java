package io.workspacesql.run;

import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor makes of a source's row.
 *
 * @param width of the rows handed out
 * @param filter what a row of that width must pass
 */
record RowForm(int width, Predicate<@Nullable Object[]> filter) {

  static RowForm of(BoundScan scan) {
    BoundAccess access =
        scan.access() instanceof BoundAccess.OwnWorkspace own ? own.asked() : scan.access();
    if (access instanceof BoundAccess.Count) {
      return new RowForm(1, row -> true);
    }
    if (access instanceof BoundAccess.CountByStatus) {
      return new RowForm(2, row -> scan.filter().test(new @Nullable Object[] {row[0]}));
    }
    return new RowForm(scan.columns().size(), scan.filter());
  }

  /** The row without the values that only the reading needs. */
  @Nullable Object[] cut(@Nullable Object[] row) {
    return row.length == width ? row : Arrays.copyOf(row, width);
  }

  /** Whether a row of the source passes. */
  boolean passes(@Nullable Object[] row) {
    return filter.test(cut(row));
  }
}
