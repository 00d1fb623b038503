package io.workspacesql.run;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The threads that carry out one write, and whoever waits for them. */
final class Writers {
  private final CountDownLatch working;
  private final CountDownLatch awaited = new CountDownLatch(1);

  private Writers(int number) {
    working = new CountDownLatch(number);
  }

  /** Has so many threads do the same work. */
  static Writers begin(SessionThreads threads, int number, Runnable work) {
    Writers writers = new Writers(number);
    for (int i = 0; i < number; i++) {
      writers.begin(threads, work);
    }
    return writers;
  }

  private void begin(SessionThreads threads, Runnable work) {
    try {
      threads.run(
          () -> {
            try {
              work.run();
            } finally {
              end();
            }
          });
    } catch (RejectedExecutionException e) {
      end(); // the session is closed, which has cancelled the statement
    }
  }

  boolean areWorking() {
    return working.getCount() > 0;
  }

  /**
   * Waits until all have ended, or the statement has.
   *
   * @return whether the waiting thread was interrupted
   */
  boolean await(RequestScope statement) {
    RequestScope.Registration registration = statement.onCancel(awaited::countDown);
    try {
      return isInterruptedIn(awaited, patience(statement.deadline()));
    } finally {
      registration.close();
    }
  }

  /**
   * Waits until all have ended, or so long.
   *
   * @return whether the waiting thread was interrupted
   */
  boolean await(Duration longest) {
    return isInterruptedIn(working, longest.toNanos());
  }

  private void end() {
    working.countDown();
    if (!areWorking()) {
      awaited.countDown();
    }
  }

  private static long patience(Deadline deadline) {
    return deadline.isSet() ? deadline.remaining().toNanos() : Long.MAX_VALUE;
  }

  /** The interrupt is the caller's to restore, when it needs to wait no more. */
  private static boolean isInterruptedIn(CountDownLatch latch, long nanos) {
    try {
      return !latch.await(nanos, TimeUnit.NANOSECONDS) && Thread.interrupted();
    } catch (InterruptedException e) {
      return true;
    }
  }
}
