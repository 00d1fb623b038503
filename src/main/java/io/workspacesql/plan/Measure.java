package io.workspacesql.plan;

import org.jspecify.annotations.Nullable;

/** What a scan gives. */
public enum Measure {
  /** The rows themselves. */
  ROWS(null, "SELECT"),
  /** One row with their number, a BIGINT. */
  COUNT(null, "COUNT(*)"),
  /** A row per status that occurs: the status and the number of its rows. */
  COUNT_BY_STATUS("status", "GROUP BY");

  private final @Nullable String column;
  private final String operator;

  Measure(@Nullable String column, String operator) {
    this.column = column;
    this.operator = operator;
  }

  /** The column by which rows are grouped; null = by none. */
  @Nullable String column() {
    return column;
  }

  /** What SQL calls it. */
  String operator() {
    return operator;
  }
}
