package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.Sleeper;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How writes wait.
 *
 * @param nanoTime a monotonic clock
 * @param random from 0 to 1
 * @param grace how long cancel and timeout wait for the requests in flight
 */
record WriteTiming(LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier random, Duration grace) {
  static final WriteTiming SYSTEM =
      new WriteTiming(
          System::nanoTime,
          Sleeper::sleepUntilCancelled,
          () -> ThreadLocalRandom.current().nextDouble(),
          Duration.ofSeconds(1));

  /** Whether the time has passed; false when the scope ended, or would end before. */
  boolean sleep(Duration duration, RequestScope scope) {
    return scope.outlives(duration) && sleeper.sleep(duration, scope);
  }
}
