package io.workspacesql.api;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What time and chance are for a client.
 *
 * @param clock the time of day
 * @param nanoTime a monotonic clock
 * @param random from 0 to 1
 */
public record Timing(Clock clock, LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier random) {
  /** Those of the JVM. */
  public static final Timing SYSTEM =
      new Timing(
          Clock.systemUTC(),
          System::nanoTime,
          Sleeper::sleepUntilCancelled,
          () -> ThreadLocalRandom.current().nextDouble());
}
