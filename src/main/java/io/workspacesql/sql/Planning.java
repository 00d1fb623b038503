package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The planning of one statement: it ends when its time is over or when another thread cancels it. A
 * planner that nobody waits for any more goes on to its end: the one way to stop it makes it print
 * a warning.
 *
 * <p>The work is done by a thread of its own. The stack of that thread holds the recursion over
 * every syntax tree that {@link StatementLimits} lets through, and its context class loader is the
 * driver's: the planner looks classes up through it, and a host's may not know the driver.
 */
public final class Planning {
  /** Address space; memory is taken only as far as the recursion goes. */
  private static final long STACK_BYTES = 64L << 20;

  /** Not zero, which would mean no limit. */
  private static final Duration SOON = Duration.ofMillis(1);

  private final Duration limit;
  private final CompletableFuture<Object> result = new CompletableFuture<>();
  private volatile Duration spent = Duration.ZERO;
  private volatile boolean cancelled;

  private Planning(Duration limit) {
    this.limit = limit;
  }

  /**
   * A planning that fails with HYT00 after this time.
   *
   * @param limit zero = none
   */
  public static Planning within(Duration limit) {
    return new Planning(limit);
  }

  /** Fails the planning with 57014 unless it has ended. Any thread may call this. */
  public void cancel() {
    cancelled = true;
    result.completeExceptionally(Failure.CANCELLED.because());
  }

  /** Whether {@link #cancel} was called, in time for the planning or after it. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * What is left of a time limit after the planning.
   *
   * @param timeout zero = no limit, and stays so
   */
  public Duration restOf(Duration timeout) {
    if (timeout.isZero()) {
      return timeout;
    }
    Duration rest = timeout.minus(spent);
    return rest.compareTo(SOON) > 0 ? rest : SOON;
  }

  /** Does the work without anybody who waits; its failure is for the first who does the same. */
  static void ahead(Callable<?> work) {
    Planning planning = within(Duration.ZERO);
    new PlannerThread(() -> planning.complete(work)).start();
  }

  /** Does the work and waits for it; once only. */
  <T> T call(Callable<T> work) throws SQLException {
    long begun = System.nanoTime();
    new PlannerThread(() -> complete(work)).start();
    try {
      @SuppressWarnings("unchecked") // completed by this work alone
      T done = (T) await();
      return done;
    } finally {
      spent = Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  private void complete(Callable<?> work) {
    try {
      result.complete(work.call());
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
    }
  }

  private Object await() throws SQLException {
    try {
      return limit.isZero() ? result.get() : result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Failure.TIMEOUT.because(limit.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.CANCELLED.because();
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static SQLException failure(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return PlannerFailures.of(Objects.requireNonNull(thrown));
  }

  private static final class PlannerThread extends Thread {
    PlannerThread(Runnable work) {
      super(null, work, "airbyte-planner", STACK_BYTES, false);
      setDaemon(true);
      setContextClassLoader(Planning.class.getClassLoader());
    }
  }
}
