package io.workspacesql.soundness;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What the driver gave back.
 *
 * @param counts every update count that it named, in a batch one per statement
 * @param keys generated keys; null = not asked for
 * @param shown the requests that EXPLAIN or a dry run shows
 * @param failure null = none
 */
record Returned(List<Long> counts, List<String> keys, List<Sent> shown, SQLException failure) {
  static final Returned NOTHING = new Returned(List.of(), null, List.of(), null);

  static Returned counts(long... counts) {
    return new Returned(Arrays.stream(counts).boxed().toList(), null, List.of(), null);
  }

  static Returned counts(int[] counts) {
    return counts(Arrays.stream(counts).asLongStream().toArray());
  }

  static Returned shown(List<Sent> shown) {
    return new Returned(List.of(), null, shown, null);
  }

  static Returned failed(SQLException failure) {
    List<Long> counts =
        failure instanceof BatchUpdateException batch
            ? Arrays.stream(batch.getLargeUpdateCounts()).boxed().toList()
            : List.of();
    return new Returned(counts, null, List.of(), failure);
  }

  Returned withKeys(List<String> generated) {
    return new Returned(counts, generated, shown, failure);
  }

  Returned withShown(List<Sent> requests) {
    return new Returned(counts, keys, requests, failure);
  }

  /** The SQLState; empty = it ended well. */
  String state() {
    return failure == null ? "" : String.valueOf(failure.getSQLState());
  }
}
