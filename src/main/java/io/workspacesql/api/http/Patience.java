package io.workspacesql.api.http;

import io.workspacesql.api.Backoff;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.Timing;
import io.workspacesql.observe.DriverListener;
import io.workspacesql.observe.RetryRecord;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Decides whether the requests of a connection are tried again, and waits before. Safe for use by
 * several threads.
 */
public final class Patience {
  private final Backoff backoff;
  private final RetryBudget budget;
  private final Timing timing;
  private final Waits waits;
  private final DriverListener listener;

  /**
   * @param listener hears of every retry
   */
  public Patience(
      Backoff backoff, RetryBudget budget, Timing timing, Waits waits, DriverListener listener) {
    this.backoff = backoff;
    this.budget = budget;
    this.timing = timing;
    this.waits = waits;
    this.listener = listener;
  }

  /**
   * Returns when the request may be sent again; otherwise fails, with the fault itself unless the
   * statement or the connection has ended. No wait begins that cannot end before the deadline.
   *
   * @param tried attempts so far
   */
  void await(PassingFault fault, int tried, ApiRequest request, RequestScope scope)
      throws SQLException {
    waits.checkOpen();
    scope.check();
    if (tried > backoff.maxRetries() || scope.isLook()) {
      throw fault.failure(tried > 1 ? tried(tried) : "");
    }
    double random = timing.random().getAsDouble();
    Duration pause = backoff.pause(tried - 1, fault.isRateLimit(), fault.askedPause(), random);
    if (!scope.outlives(pause)) {
      throw fault.failure(
          tried(tried) + " and not again, as the timeout would come before the next attempt");
    }
    if (!budget.take(request.origin(), cost(fault))) {
      throw fault.failure(
          tried(tried) + " and not again, as too many requests to this server have failed");
    }
    listener.retrying(record(fault, request, pause, scope));
    waits.sleep(pause, scope);
  }

  /** Hears that the origin has answered well. */
  void succeeded(String origin) {
    budget.giveBack(origin);
  }

  private static RetryRecord record(
      PassingFault fault, ApiRequest request, Duration pause, RequestScope scope) {
    return new RetryRecord(
        scope.statementId(),
        fault.attempt(),
        request.endpoint().method(),
        request.endpoint().pathTemplate(),
        pause,
        String.valueOf(fault.failure("").getMessage()));
  }

  private static int cost(PassingFault fault) {
    return fault.isTimeout() ? RetryBudget.RETRY_OF_TIMEOUT : RetryBudget.RETRY;
  }

  private static String tried(int times) {
    return times == 1 ? "; tried once" : "; tried " + times + " times";
  }
}
