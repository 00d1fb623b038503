package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Daemon threads of one session, begun when first needed. Safe for use by several threads. */
final class SessionThreads implements AutoCloseable {
  static final String NAME_PREFIX = "airbyte-workspaces-";

  private static final long IDLE_SECONDS = 10;
  private static final long CLOSE_MILLIS = 1_000;

  private final AtomicInteger begun = new AtomicInteger();
  private final String role;
  private final ThreadPoolExecutor pool;

  private SessionThreads(String role, int core, int most, BlockingQueue<Runnable> queue) {
    this.role = role;
    this.pool =
        new ThreadPoolExecutor(core, most, IDLE_SECONDS, TimeUnit.SECONDS, queue, this::newThread);
    pool.allowCoreThreadTimeOut(true);
  }

  /** A task is one request and never waits for its reader: who pauses holds no thread. */
  static SessionThreads readers(int size) {
    return new SessionThreads("reader-", size, size, new LinkedBlockingQueue<>());
  }

  /** As many threads as are asked for, since a task is a whole row and waits between requests. */
  static SessionThreads writers() {
    return new SessionThreads("writer-", 0, Integer.MAX_VALUE, new SynchronousQueue<>());
  }

  /**
   * Does the work on a thread of the session.
   *
   * @throws java.util.concurrent.RejectedExecutionException after {@link #stop}
   */
  void run(Runnable work) {
    pool.execute(work);
  }

  /** For requests that follow each other. */
  RequestLine line() {
    return new RequestLine(pool);
  }

  /** Sends the request on a thread of the session. */
  <T> CompletableFuture<T> send(Request<T> request) {
    return line().send(request);
  }

  /** Waits for an answer, at most until the scope is cancelled or its time is over. */
  static <T> T await(CompletableFuture<T> answer, RequestScope scope) throws SQLException {
    RequestScope.Registration registration =
        scope.onCancel(() -> answer.completeExceptionally(Failure.CANCELLED.because()));
    try {
      return scope.deadline().isSet()
          ? answer.get(scope.deadline().remaining().toNanos(), TimeUnit.NANOSECONDS)
          : answer.get();
    } catch (TimeoutException e) {
      throw scope.deadline().expired();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.CANCELLED.causedBy(e);
    } catch (ExecutionException e) {
      scope.check();
      throw failure(e.getCause());
    } finally {
      registration.close();
    }
  }

  /** Interrupts what runs, forgets what waits. */
  void stop() {
    pool.shutdownNow();
  }

  /** Ends all threads; returns when they are gone, or after a second. */
  @Override
  public void close() {
    stop();
    try {
      pool.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SQLException failure(@Nullable Throwable cause) {
    return cause instanceof SQLException failure
        ? failure
        : Failure.INTERNAL.causedBy(cause, "a request ended unexpectedly");
  }

  private Thread newThread(Runnable work) {
    Thread thread = new Thread(work, NAME_PREFIX + role + begun.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** A request that is still to be sent. */
  @FunctionalInterface
  interface Request<T> {
    T send() throws SQLException;
  }
}
