package io.workspacesql.api;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;

/**
 * When a statement must have ended, on the monotonic clock.
 *
 * @param timeout as the user set it; {@link Duration#ZERO} = no limit
 */
public record Deadline(Duration timeout, long endNanos) {

  /** No limit. */
  public static final Deadline NONE = new Deadline(Duration.ZERO, 0);

  /** A deadline that begins now; zero = no limit. */
  public static Deadline after(Duration timeout) {
    return timeout.isZero() ? NONE : new Deadline(timeout, System.nanoTime() + timeout.toNanos());
  }

  public boolean isSet() {
    return !timeout.isZero();
  }

  /** What is left, never negative; only meaningful when {@link #isSet}. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /** Fails with HYT00 when the time is over. */
  public void check() throws SQLException {
    if (isSet() && endNanos - System.nanoTime() <= 0) {
      throw expired();
    }
  }

  /** The HYT00 of this deadline. */
  public SQLException expired() {
    return Failure.TIMEOUT.because(timeout.toMillis() + " ms");
  }
}
