package io.workspacesql.run;

import io.workspacesql.api.Backoff;
import io.workspacesql.plan.FanOut;

/**
 * How plans are carried out.
 *
 * @param pageSize rows per page, 1 to 100
 * @param prefetchPages pages read ahead while rows are consumed, 0 = none
 * @param maxConcurrentRequests requests that a read has in flight at once
 * @param writeConcurrency rows of one write under way at once, at least 1
 * @param strictPaging an anomaly of the page walk is an error, not a warning
 * @param stats when a count may come from the stats endpoint
 * @param backoff of writes that have certainly had no effect
 * @param maxRequestsPerStatement 0 = no limit
 * @param fanOut for scans that need a request per workspace
 */
public record RunSettings(
    int pageSize,
    int prefetchPages,
    int maxConcurrentRequests,
    int writeConcurrency,
    boolean strictPaging,
    StatsTrust stats,
    Backoff backoff,
    int maxRequestsPerStatement,
    FanOut fanOut) {

  /** With the back-off and the limits of those who say nothing else. */
  public RunSettings(
      int pageSize,
      int prefetchPages,
      int maxConcurrentRequests,
      int writeConcurrency,
      boolean strictPaging,
      StatsTrust stats) {
    this(
        pageSize,
        prefetchPages,
        maxConcurrentRequests,
        writeConcurrency,
        strictPaging,
        stats,
        Backoff.DEFAULT,
        0,
        FanOut.NONE);
  }

  /** When a count may come from {@code GET /workspaces/stats}. */
  public enum StatsTrust {
    /** When the parts add up; a finished unfiltered walk that counts otherwise turns it off. */
    TRUST,
    /** Only after a paged count has agreed once on this connection. */
    VERIFY,
    /** Never: count by walking the pages. */
    NEVER
  }
}
