package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import java.time.Duration;

/**
 * The pace of one write: when the server turns one row's request away, the others wait too. Safe
 * for use by several threads.
 */
final class Pace {
  private final WriteTiming timing;
  private long heldUntil;

  Pace(WriteTiming timing) {
    this.timing = timing;
    this.heldUntil = timing.nanoTime().getAsLong();
  }

  /** No request of this write begins before this time has passed. */
  synchronized void hold(Duration pause) {
    long until = timing.nanoTime().getAsLong() + pause.toNanos();
    heldUntil = until - heldUntil > 0 ? until : heldUntil;
  }

  /** Waits for the turn; false when the scope ends before. */
  boolean await(RequestScope scope) {
    for (Duration left = left(); !left.isZero(); left = left()) {
      if (!timing.sleep(left, scope)) {
        return false;
      }
    }
    return !scope.mustStop();
  }

  private synchronized Duration left() {
    return Duration.ofNanos(Math.max(0, heldUntil - timing.nanoTime().getAsLong()));
  }
}
