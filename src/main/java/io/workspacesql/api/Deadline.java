package io.workspacesql.api;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a statement must have ended.
 *
 * @param timeout as the user set it; {@link Duration#ZERO} = no limit
 * @param nanoTime the monotonic clock that {@code endNanos} is on
 */
public record Deadline(Duration timeout, long endNanos, LongSupplier nanoTime) {

  /** No limit. */
  public static final Deadline NONE = new Deadline(Duration.ZERO, 0, System::nanoTime);

  /** A deadline that begins now; zero = no limit. */
  public static Deadline after(Duration timeout) {
    return after(timeout, System::nanoTime);
  }

  /** The same on another clock. */
  public static Deadline after(Duration timeout, LongSupplier nanoTime) {
    return timeout.isZero()
        ? NONE
        : new Deadline(timeout, nanoTime.getAsLong() + timeout.toNanos(), nanoTime);
  }

  public boolean isSet() {
    return !timeout.isZero();
  }

  /** What is left, never negative; only meaningful when {@link #isSet}. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
  }

  /** Fails with HYT00 when the time is over. */
  public void check() throws SQLException {
    if (isSet() && endNanos - nanoTime.getAsLong() <= 0) {
      throw expired();
    }
  }

  /** The HYT00 of this deadline. */
  public SQLException expired() {
    return Failure.TIMEOUT.because(timeout.toMillis() + " ms");
  }
}
