package io.workspacesql.plan;

/** What a scan gives. */
public enum Measure {
  /** The rows themselves. */
  ROWS,
  /** One row with their number, a BIGINT. */
  COUNT,
  /** A row per status that occurs: the status and the number of its rows. */
  COUNT_BY_STATUS
}
