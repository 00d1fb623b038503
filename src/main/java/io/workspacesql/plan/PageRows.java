package io.workspacesql.plan;

/** How many rows a page is asked for. */
public final class PageRows {
  /**
   * No fetch size makes pages smaller than this, which is the API's own default: a program that
   * takes its rows one by one would send a request for each.
   */
  public static final int LEAST = 20;

  private PageRows() {}

  /**
   * Rows per page of a walk.
   *
   * @param fetchSize rows that the reader takes at a time, 0 = it does not say
   * @param pageSize of the connection, which no fetch size makes larger
   */
  public static int asked(int fetchSize, int pageSize) {
    return fetchSize == 0 ? pageSize : Math.min(pageSize, Math.max(fetchSize, LEAST));
  }
}
