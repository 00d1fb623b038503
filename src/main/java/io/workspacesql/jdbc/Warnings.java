package io.workspacesql.jdbc;

import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain of warnings. Safe for use by several threads. */
final class Warnings {
  private @Nullable SQLWarning first;
  private int absorbed;

  synchronized void add(SQLWarning warning) {
    if (first == null) {
      first = warning;
    } else {
      first.setNextWarning(warning);
    }
  }

  /** Adds those of an execution that were not there the last time. */
  synchronized void absorb(List<SQLWarning> ofExecution) {
    while (absorbed < ofExecution.size()) {
      add(ofExecution.get(absorbed++));
    }
  }

  /** Forgets everything: another execution begins. */
  synchronized void restart() {
    first = null;
    absorbed = 0;
  }

  synchronized void clear() {
    first = null;
  }

  synchronized @Nullable SQLWarning first() {
    return first;
  }
}
