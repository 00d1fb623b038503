package io.workspacesql.run;

import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanRunner;
import io.workspacesql.plan.WriteReport;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;

/**
 * One execution of a statement: opens its scans, can be cancelled, collects warnings. {@link
 * #cancel} may come from any thread; the rest belongs to the thread that executes.
 */
public interface Execution extends ScanRunner, AutoCloseable {

  /** The number under which the ledger lists the requests, 1 = the connection's first execution. */
  long statementId();

  /** Rows of a scan of the API's tables; the caller answers {@code BoundAccess.Local} itself. */
  @Override
  RowCursor open(BoundScan scan) throws SQLException;

  /**
   * Carries out a write, several rows at once; every row's outcome is in the report, also after a
   * failure, a cancel or the deadline; after the latter two, which {@link #check} tells apart, it
   * returns within about a second.
   *
   * @throws SQLException when it ended before the first write request was sent
   */
  WriteReport write(FrozenWrite write) throws SQLException;

  /** Ends requests in flight; whoever reads gets 57014. */
  void cancel();

  /** Whether {@link #cancel} was called or the deadline has passed. */
  boolean mustStop();

  /** Fails with 57014 when cancelled, HYT00 when the time is over. */
  void check() throws SQLException;

  /** What the user should hear, so far. */
  List<SQLWarning> warnings();

  /** Closes all cursors that are still open; a second call does nothing. */
  @Override
  void close();
}
