package io.workspacesql.api.http;

import io.workspacesql.api.Backoff;
import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.Timing;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Decides whether the requests of a connection are tried again, and waits before. Safe for use by
 * several threads.
 */
public final class Patience implements AutoCloseable {
  private final Backoff backoff;
  private final RetryBudget budget;
  private final Timing timing;
  private final RequestScope life = new RequestScope(0, Deadline.NONE);

  public Patience(Backoff backoff, RetryBudget budget, Timing timing) {
    this.backoff = backoff;
    this.budget = budget;
    this.timing = timing;
  }

  /**
   * Returns when the request may be sent again; otherwise fails, with the fault itself unless the
   * statement or the connection has ended. No wait begins that cannot end before the deadline.
   *
   * @param tried attempts so far
   */
  void await(PassingFault fault, int tried, String origin, RequestScope scope) throws SQLException {
    checkOpen();
    scope.check();
    if (tried > backoff.maxRetries() || !scope.retries()) {
      throw fault.failure(tried > 1 ? tried(tried) : "");
    }
    double random = timing.random().getAsDouble();
    Duration pause = backoff.pause(tried - 1, fault.isRateLimit(), fault.askedPause(), random);
    if (!scope.outlives(pause)) {
      throw fault.failure(
          tried(tried) + " and not again, as the timeout would come before the next attempt");
    }
    if (!budget.take(origin, cost(fault))) {
      throw fault.failure(
          tried(tried) + " and not again, as too many requests to this server have failed");
    }
    sleep(pause, scope);
  }

  /** Hears that the origin has answered well. */
  void succeeded(String origin) {
    budget.giveBack(origin);
  }

  /** Ends all waits with 08003. */
  @Override
  public void close() {
    life.cancel();
  }

  private void sleep(Duration pause, RequestScope scope) throws SQLException {
    RequestScope both = scope.part();
    RequestScope.Registration cancelled = scope.onCancel(both::cancel);
    RequestScope.Registration closed = life.onCancel(both::cancel);
    try {
      if (!timing.sleeper().sleep(pause, both)) {
        checkOpen();
        scope.check();
        throw Failure.CANCELLED.because();
      }
    } finally {
      cancelled.close();
      closed.close();
    }
  }

  private void checkOpen() throws SQLException {
    if (life.isCancelled()) {
      throw Failure.CONNECTION_CLOSED.because();
    }
  }

  private static int cost(PassingFault fault) {
    return fault.isTimeout() ? RetryBudget.RETRY_OF_TIMEOUT : RetryBudget.RETRY;
  }

  private static String tried(int times) {
    return times == 1 ? "; tried once" : "; tried " + times + " times";
  }
}
