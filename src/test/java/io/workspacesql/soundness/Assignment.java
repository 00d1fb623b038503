package io.workspacesql.soundness;

/** {@code column = value} in an UPDATE. */
record Assignment(Column column, Node value) {

  /** Whether the value stands in the statement or is a parameter, so that no row is needed. */
  boolean isGiven() {
    return value instanceof Node.Parameter
        || (value instanceof Node.Literal literal && (literal.value() != null || literal.bare()));
  }
}
