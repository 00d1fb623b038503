package io.workspacesql.run;

import io.workspacesql.observe.Progress;

/** Counts the pages that one execution has read. Safe for use by several threads. */
final class PageTally {
  private final long statementId;
  private final Progress progress;
  private long pages;
  private long rows;

  PageTally(long statementId, Progress progress) {
    this.statementId = statementId;
    this.progress = progress;
  }

  synchronized void pageRead(int rowsOfPage) {
    pages++;
    rows += rowsOfPage;
    progress.pageRead(statementId, pages, rows);
  }
}
