package io.workspacesql.run;

/**
 * How far a walk follows a server that never comes to an end.
 *
 * @param rows as many as the pages of one walk could hold
 * @param emptyPages empty pages in a row that still name a next one
 */
record WalkLimits(long rows, int emptyPages) {
  static final WalkLimits DEFAULT = new WalkLimits(10_000_000, 1_000);

  /** The pages of one walk. */
  long pages(int pageSize) {
    return rows / pageSize;
  }
}
