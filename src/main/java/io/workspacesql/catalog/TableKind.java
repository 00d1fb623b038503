package io.workspacesql.catalog;

/** Where the rows of a table come from. */
public enum TableKind {
  /** Rows of the API; JDBC's TABLE_TYPE is {@code TABLE}. */
  TABLE("TABLE"),
  /** What the driver knows of itself, no request; JDBC's TABLE_TYPE is {@code SYSTEM TABLE}. */
  SYSTEM_TABLE("SYSTEM TABLE"),
  /** What the catalog says, no request; JDBC's TABLE_TYPE is {@code SYSTEM VIEW}. */
  SYSTEM_VIEW("SYSTEM VIEW");

  private final String jdbcName;

  TableKind(String jdbcName) {
    this.jdbcName = jdbcName;
  }

  /** Whether its rows come without a request. */
  public boolean isLocal() {
    return this != TABLE;
  }

  /** The TABLE_TYPE of {@code DatabaseMetaData.getTables}. */
  public String jdbcName() {
    return jdbcName;
  }
}
