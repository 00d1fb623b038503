package io.workspacesql.catalog;

/**
 * The SQL types of the driver's own columns, each with the Java class that carries its values
 * between the rooms of the driver ("internal values").
 */
public enum ColumnType {
  /** {@link String}. */
  VARCHAR,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link Integer}. */
  INTEGER,
  /** {@link Long}. */
  BIGINT,
  /** {@link Long}: microseconds since 1970-01-01T00:00:00Z, an instant ({@link EpochMicros}). */
  TIMESTAMP
}
