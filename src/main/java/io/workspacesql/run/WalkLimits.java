package io.workspacesql.run;

import io.workspacesql.plan.PageRows;

/**
 * How far a walk follows a server that never comes to an end.
 *
 * @param rows of one walk
 * @param emptyPages empty pages in a row that still name a next one
 */
record WalkLimits(long rows, int emptyPages) {
  static final WalkLimits DEFAULT = new WalkLimits(10_000_000, 1_000);

  /**
   * The pages of one walk: as many as the rows fill, also where a server sends fewer rows a page
   * than it is asked for.
   */
  long pages(int pageSize) {
    return rows / Math.min(pageSize, PageRows.LEAST);
  }
}
