package io.workspacesql.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {

  /** Whether all of the time has passed; false when the scope was cancelled meanwhile. */
  boolean sleep(Duration duration, RequestScope scope);

  /** In real time; an interrupt ends it too, and stays set. */
  static boolean sleepUntilCancelled(Duration duration, RequestScope scope) {
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
}
