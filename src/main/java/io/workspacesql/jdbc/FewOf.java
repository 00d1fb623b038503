package io.workspacesql.jdbc;

import java.util.List;

/** Lists in messages, which name only the first few. */
final class FewOf {
  private static final int SHOWN = 5;

  private FewOf() {}

  /** Such as {@code a; b; c; d; e and 7 more}. */
  static String shown(List<String> all) {
    String few = String.join("; ", all.subList(0, Math.min(SHOWN, all.size())));
    return all.size() > SHOWN ? few + " and " + (all.size() - SHOWN) + " more" : few;
  }
}
