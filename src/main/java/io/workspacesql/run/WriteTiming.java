package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
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
          WriteTiming::sleepUntilCancelled,
          () -> ThreadLocalRandom.current().nextDouble(),
          Duration.ofSeconds(1));

  /** Whether the time has passed; false when the scope ended, or would end before. */
  boolean sleep(Duration duration, RequestScope scope) {
    return endsBeforeDeadline(duration, scope) && sleeper.sleep(duration, scope);
  }

  /** Whether the scope still lives when this wait is over, as far as is known. */
  static boolean endsBeforeDeadline(Duration wait, RequestScope scope) {
    return !scope.mustStop()
        && (!scope.deadline().isSet() || scope.deadline().remaining().compareTo(wait) > 0);
  }

  private static boolean sleepUntilCancelled(Duration duration, RequestScope scope) {
    CountDownLatch cancelled = new CountDownLatch(1);
    RequestScope.Registration registration = scope.onCancel(cancelled::countDown);
    try {
      return !cancelled.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      registration.close();
    }
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleeper {
    /** Whether all of the time has passed; false when the scope was cancelled meanwhile. */
    boolean sleep(Duration duration, RequestScope scope);
  }
}
