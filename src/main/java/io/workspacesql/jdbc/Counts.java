package io.workspacesql.jdbc;

import java.util.Arrays;

/** Update counts in the width that the older methods of JDBC return. */
final class Counts {
  private Counts() {}

  /** The largest int for what does not fit. */
  static int asInt(long count) {
    return (int) Math.min(Integer.MAX_VALUE, count);
  }

  static int[] asInts(long[] counts) {
    return Arrays.stream(counts).mapToInt(Counts::asInt).toArray();
  }
}
