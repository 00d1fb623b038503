package io.workspacesql.plan;

import java.util.List;

/**
 * A write whose rows are frozen: read to the end, checked against the whole WHERE, de-duplicated.
 * Nothing has been written yet.
 *
 * @param rowsRead whether the rows were read; if not, a row that does not exist counts as 0
 */
public record FrozenWrite(Verb verb, List<WriteTask> tasks, boolean rowsRead) {
  public FrozenWrite {
    tasks = List.copyOf(tasks);
  }

  /** The SQL statement's word. */
  public enum Verb {
    UPDATE,
    DELETE,
    INSERT
  }
}
