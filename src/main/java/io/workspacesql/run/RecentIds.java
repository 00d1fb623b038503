package io.workspacesql.run;

import java.util.Iterator;
import java.util.LinkedHashSet;

/** The ids of the last rows of a walk: what a list that shifts while it is read may show twice. */
final class RecentIds {
  /** An offset cursor repeats a row of the page before; this also covers bursts of changes. */
  static final int PAGES = 16;

  private final LinkedHashSet<String> ids = new LinkedHashSet<>();
  private final int capacity;

  RecentIds(int pageSize) {
    capacity = PAGES * pageSize;
  }

  /** Whether the id is not among the last ones. */
  boolean add(String id) {
    boolean isNew = ids.add(id);
    if (ids.size() > capacity) {
      Iterator<String> oldest = ids.iterator();
      oldest.next();
      oldest.remove();
    }
    return isNew;
  }
}
