package io.workspacesql.observe;

/** Hears how far a statement has come. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (statementId, pages, rows) -> {};

  /**
   * A page of a list has been read. Called by the thread that reads the rows, which waits
   * meanwhile; must not throw.
   *
   * @param statementId execution within the connection
   * @param pages of this execution so far, those of all its lists together
   * @param rows on these pages, whether they match or not
   */
  void pageRead(long statementId, long pages, long rows);

  /**
   * The write of a row has ended, however; each row of a write is told once. Those that were under
   * way or still to come when the statement was ended are told last. Called by the threads that
   * write, one at a time, which wait meanwhile; must not throw.
   */
  default void rowWritten(RowRecord row) {}
}
