package io.workspacesql.soundness;

import java.util.Optional;

/**
 * A way in which the driver did not do what it must.
 *
 * @param kind by which differences of the same sort are recognised: what differs, such as {@code
 *     rows} or {@code requests}, or an SQLState
 */
record Difference(String kind, String what) {

  /** Empty when there is nothing to tell. */
  static Optional<Difference> of(String kind, String what) {
    return what.isEmpty() ? Optional.empty() : Optional.of(new Difference(kind, what));
  }
}
