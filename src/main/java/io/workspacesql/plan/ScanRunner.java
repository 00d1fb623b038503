package io.workspacesql.plan;

import java.sql.SQLException;

/** Carries out one scan of a request plan. The seam between planning and running. */
@FunctionalInterface
public interface ScanRunner {

  /** Opens the rows of a scan whose parameters are bound; sends nothing for no-request access. */
  RowCursor open(BoundScan scan) throws SQLException;

  /**
   * Fails where {@link #open} would refuse the scan; sends nothing.
   *
   * @throws SQLException 53400 when it would take more requests than the connection allows, 42501
   *     when the connection's scoped token does not show it
   */
  default void permit(BoundScan scan) throws SQLException {}

  /**
   * Whether the keys of a scan may be asked for in several scans, one after the other, with no
   * request more than all at once. May ask for the stats.
   *
   * @throws SQLException 53400 when all together would take more requests than allowed
   */
  default boolean mayBeAskedInParts(BoundScan scan) throws SQLException {
    return false;
  }

  /** What is known of the server by now; sends nothing. */
  default Learned learned() {
    return Learned.NOTHING;
  }
}
