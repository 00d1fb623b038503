package io.workspacesql.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a request is sent again, and how long is waited before: full jitter, that is anything
 * up to a bound which doubles with each retry.
 *
 * @param maxRetries after the first attempt; 0 = never
 * @param maxDelay the largest bound
 */
public record Backoff(int maxRetries, Duration maxDelay) {
  /** What holds when nothing else is said. */
  public static final Backoff DEFAULT = new Backoff(3, Duration.ofSeconds(20));

  /** No server makes the driver wait longer. */
  static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  private static final Duration BASE = Duration.ofMillis(100);
  private static final Duration LIMITED_BASE = Duration.ofSeconds(1);

  /**
   * The wait before a retry.
   *
   * @param retry 0 = the first one
   * @param rateLimited whether the server says that requests come too fast (429)
   * @param asked what the server asks for; null or zero = nothing
   * @param random from 0 to 1
   */
  public Duration pause(int retry, boolean rateLimited, @Nullable Duration asked, double random) {
    if (asked != null && !asked.isZero()) {
      return shorter(asked, LONGEST_ASKED);
    }
    Duration base = rateLimited ? LIMITED_BASE : BASE;
    Duration bound = shorter(base.multipliedBy(1L << Math.min(retry, 30)), maxDelay);
    return Duration.ofNanos((long) (bound.toNanos() * random));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
