package io.workspacesql.run;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The ids of all rows that several lists have given, some 130 bytes each. */
final class GivenIds {
  /** About 130 MB; a reading that would need more fails rather than show a row twice. */
  static final int CAPACITY = 1_000_000;

  private final int capacity;
  private final Set<String> ids = new HashSet<>();

  GivenIds(int capacity) {
    this.capacity = capacity;
  }

  /** Whether the id is new; fails with 53200 when there is no room for it. */
  boolean add(String id) throws SQLException {
    boolean isNew = ids.add(id);
    if (ids.size() > capacity) {
      throw Failure.TOO_MUCH_MEMORY.because(
          "More than "
              + capacity
              + " workspaces match, too many to tell which of them several names share; ask for"
              + " one name at a time");
    }
    return isNew;
  }
}
