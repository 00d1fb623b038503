package io.workspacesql.plan;

/**
 * What access paths cost in requests, and when it is worth a request to find out. Ties go to the
 * path that was asked for: ids to their GETs, names to their lists.
 */
public final class RequestCost {
  /**
   * With more ids or lists than this, and an organization of unknown size, the stats are asked
   * first: one request more at worst.
   */
  public static final int ASKS_SIZE_ABOVE = 20;

  /** One page more than they save for so many ids, where nobody knows how long the list is. */
  private static final int IDS_PER_SPARE_PAGE = 10;

  private RequestCost() {}

  /** Requests of a walk over this many rows: an empty list takes one, too. */
  public static long ofWalk(long rows, int pageSize) {
    return Math.max(1, rows / pageSize + (rows % pageSize == 0 ? 0 : 1));
  }

  /** Requests, at most, for many ids of a list of unknown length: pages first, then GETs. */
  public static long ofSearch(long ids) {
    return ids + ids / IDS_PER_SPARE_PAGE;
  }
}
