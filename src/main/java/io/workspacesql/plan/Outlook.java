package io.workspacesql.plan;

/**
 * What EXPLAIN goes by.
 *
 * @param fetchSize rows that the reader takes at a time, where rows go straight to it; 0 = it does
 *     not say, or they do not
 */
public record Outlook(PlanSettings settings, Learned learned, int fetchSize) {

  /** Before anything has been read, for a reader that takes what comes. */
  public static Outlook of(PlanSettings settings) {
    return new Outlook(settings, Learned.NOTHING, 0);
  }

  /** For a reader that takes what comes. */
  Outlook withoutFetchSize() {
    return new Outlook(settings, learned, 0);
  }

  /** The same with another {@link PlanSettings#tokenInfoPath}. */
  Outlook asking(String tokenInfoPath) {
    return new Outlook(settings.asking(tokenInfoPath), learned, fetchSize);
  }

  /** Rows that each page is asked for. */
  int pageRows() {
    return PageRows.asked(fetchSize, settings.pageSize());
  }

  /** Rows that the server sends of them. */
  int servedRows() {
    return Math.min(pageRows(), learned.pageRows());
  }

  boolean asksStats() {
    return settings.countsFromStats() && learned.statsTrusted();
  }
}
