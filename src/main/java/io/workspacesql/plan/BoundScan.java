package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TableDefinition;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One scan with every value known, ready to run.
 *
 * @param columns what each row holds, in this order; the runner may decode more for itself but
 *     hands out rows of exactly this width. For {@link BoundAccess.Count} and {@link
 *     BoundAccess.CountByStatus} it is not used
 * @param filter what a row of {@code columns} must pass; the server's filters are not trusted. For
 *     {@link BoundAccess.Count}, whose status says all, it is not used
 * @param filterDrops whether the filter may drop a row that the server sent; if not, {@code fetch}
 *     may shorten the first page
 * @param offset matching rows to skip
 * @param fetch matching rows wanted after the offset; {@link Long#MAX_VALUE} = all
 * @param fetchSize rows that the reader takes at a time, which a page of one list need not exceed;
 *     0 = it does not say
 */
public record BoundScan(
    TableDefinition table,
    BoundAccess access,
    List<ColumnDefinition> columns,
    Predicate<@Nullable Object[]> filter,
    boolean filterDrops,
    long offset,
    long fetch,
    int fetchSize) {
  public BoundScan {
    columns = List.copyOf(columns);
  }

  /** For a reader that takes what comes. */
  public BoundScan(
      TableDefinition table,
      BoundAccess access,
      List<ColumnDefinition> columns,
      Predicate<@Nullable Object[]> filter,
      boolean filterDrops,
      long offset,
      long fetch) {
    this(table, access, columns, filter, filterDrops, offset, fetch, 0);
  }

  /** The same rows, coming in another way. */
  BoundScan by(BoundAccess other) {
    return new BoundScan(table, other, columns, filter, filterDrops, offset, fetch, fetchSize);
  }

  /**
   * The same for a reader whose rows come straight from it.
   *
   * @param maxRows rows that will be read at most, 0 = no limit
   */
  public BoundScan readBy(long maxRows, int rowsAtATime) {
    long wanted = maxRows > 0 ? Math.min(maxRows, fetch) : fetch;
    return new BoundScan(table, access, columns, filter, filterDrops, offset, wanted, rowsAtATime);
  }
}
