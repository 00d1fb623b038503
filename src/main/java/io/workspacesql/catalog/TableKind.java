package io.workspacesql.catalog;

/** Where the rows of a table come from. */
public enum TableKind {
  /** Rows of the API; JDBC's TABLE_TYPE is {@code TABLE}. */
  TABLE("TABLE"),
  /** What the driver knows of itself, no request; JDBC's TABLE_TYPE is {@code SYSTEM TABLE}. */
  SYSTEM_TABLE("SYSTEM TABLE");

  private final String jdbcName;

  TableKind(String jdbcName) {
    this.jdbcName = jdbcName;
  }

  /** The TABLE_TYPE of {@code DatabaseMetaData.getTables}. */
  public String jdbcName() {
    return jdbcName;
  }
}
