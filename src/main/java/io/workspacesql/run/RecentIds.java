package io.workspacesql.run;

import java.util.HashSet;
import java.util.Set;

/**
 * The ids of the last rows of a walk: what a list that shifts while it is read may show twice. Two
 * generations, since to forget one of them at a time costs as much as to add one.
 */
final class RecentIds {
  /** An offset cursor repeats a row of the page before; this also covers bursts of changes. */
  static final int PAGES = 16;

  private final int generation;
  private Set<String> young = new HashSet<>();
  private Set<String> old = new HashSet<>();

  RecentIds(int pageSize) {
    generation = PAGES * pageSize;
  }

  /** Whether the id is not among the last ones. */
  boolean add(String id) {
    if (old.contains(id) || !young.add(id)) {
      return false;
    }
    if (young.size() == generation) {
      Set<String> forgotten = old;
      forgotten.clear();
      old = young;
      young = forgotten;
    }
    return true;
  }
}
