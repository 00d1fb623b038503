package io.workspacesql.soundness;

/** The types of the generated expressions. */
enum Type {
  /** Values are {@link String}s. */
  TEXT("VARCHAR"),
  /** Values are {@link Boolean}s; null is UNKNOWN. */
  TRUTH("BOOLEAN"),
  /** Values are {@link java.time.Instant}s. */
  MOMENT("TIMESTAMP"),
  /** Values are {@link Long}s. */
  NUMBER("INTEGER");

  private final String sqlName;

  Type(String sqlName) {
    this.sqlName = sqlName;
  }

  String sqlName() {
    return sqlName;
  }
}
