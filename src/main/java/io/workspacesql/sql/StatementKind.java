package io.workspacesql.sql;

/** What a statement does, known after parsing and before anything is sent. */
public enum StatementKind {
  /** SELECT, VALUES, WITH, EXPLAIN: returns rows. */
  QUERY,
  /** UPDATE, DELETE or INSERT: a {@link PreparedWrite}. */
  WRITE,
  /** No statement at all: blank text or only comments. */
  EMPTY
}
