package io.workspacesql.soundness;

/** {@code column = value} in an UPDATE. */
record Assignment(Column column, Node value) {}
