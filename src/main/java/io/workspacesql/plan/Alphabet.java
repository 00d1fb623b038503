package io.workspacesql.plan;

/**
 * The characters a needle may hold, by how SQL compares: whatever name passes the comparison must
 * be found by every server, whether that folds case by Unicode, by ASCII only, or takes {@code %},
 * {@code _} and backslash as wildcards.
 */
enum Alphabet {
  /** The text stands in the name as it is. */
  EXACT("") {
    @Override
    boolean allows(int point) {
      return true;
    }
  },
  /** A–Z equal a–z and nothing else does. */
  ASCII(""),
  /** {@code LOWER(name)}: İ becomes an i with a dot, the Kelvin sign a k. */
  LOWERED("ikIK"),
  /** {@code UPPER(name)}: ß, ı, ſ, ŉ, ǰ, ẖ, ẗ, ẘ, ẙ, ẚ and the ligatures ﬀ to ﬆ become these. */
  UPPERED("AFHIJLNSTWYafhijlnstwy");

  private final String madeOfOthers;

  Alphabet(String madeOfOthers) {
    this.madeOfOthers = madeOfOthers;
  }

  static Alphabet of(Fold fold) {
    return switch (fold) {
      case NONE -> EXACT;
      case LOWER -> LOWERED;
      case UPPER -> UPPERED;
    };
  }

  /** Whether every server finds this character wherever SQL finds it. */
  boolean allows(int point) {
    return point < 0x80 && madeOfOthers.indexOf(point) < 0;
  }
}
