package io.workspacesql.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The internal value of a TIMESTAMP: microseconds since 1970-01-01T00:00:00Z, an instant. */
public final class EpochMicros {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private EpochMicros() {}

  /**
   * The microsecond that this instant lies in (its nanoseconds are cut off, also before 1970).
   *
   * @throws ArithmeticException some 290,000 years away from today
   */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND),
        instant.getNano() / NANOS_PER_MICRO);
  }

  /** The instant at which this microsecond begins. */
  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
