package io.workspacesql.api;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one execution of a statement shares with its requests: its number, its deadline, and the
 * switch that cancels it. Safe for use by several threads.
 */
public final class RequestScope {
  private final long statementId;
  private final Deadline deadline;
  private final boolean letsFinish;
  private final boolean look;
  private final RequestBudget budget;
  private final Switch cancel;
  private final Switch abort;

  private RequestScope(
      long statementId,
      Deadline deadline,
      boolean letsFinish,
      boolean look,
      RequestBudget budget,
      Switch cancel,
      Switch abort) {
    this.statementId = statementId;
    this.deadline = deadline;
    this.letsFinish = letsFinish;
    this.look = look;
    this.budget = budget;
    this.cancel = cancel;
    this.abort = abort;
  }

  /** A scope without a budget. */
  public RequestScope(long statementId, Deadline deadline) {
    this(statementId, deadline, RequestBudget.NONE);
  }

  /** A scope whose cancel and deadline end the requests in flight too. */
  public RequestScope(long statementId, Deadline deadline, RequestBudget budget) {
    this(statementId, deadline, false, false, budget, new Switch(), new Switch());
  }

  /** A part of the same execution, with a switch of its own. */
  public RequestScope part() {
    return new RequestScope(
        statementId, deadline, letsFinish, look, budget, new Switch(), new Switch());
  }

  /**
   * A part whose cancel and deadline keep requests from beginning, but let those in flight go on
   * until {@link #abort}: for writes, whose answers are dear.
   */
  public RequestScope lettingFinish() {
    return new RequestScope(statementId, deadline, true, look, budget, new Switch(), new Switch());
  }

  /**
   * The same scope for looking, what became of a write or whether the server answers: a request is
   * sent once, since who looks tries again himself, and whatever the budget says, since nobody must
   * be left in doubt.
   */
  public RequestScope forLooks() {
    return new RequestScope(statementId, deadline, letsFinish, true, budget, cancel, abort);
  }

  /** The execution's number within its connection; 0 = connecting. */
  public long statementId() {
    return statementId;
  }

  public Deadline deadline() {
    return deadline;
  }

  /** Whether it is {@link #forLooks}. */
  public boolean isLook() {
    return look;
  }

  /** What all parts of the execution may send together. */
  public RequestBudget budget() {
    return budget;
  }

  /** Whether a request in flight may outlive cancel and deadline. */
  public boolean letsFinish() {
    return letsFinish;
  }

  public boolean isCancelled() {
    return cancel.on;
  }

  /** Whether no request may begin any more: cancelled, or the time is over. */
  public boolean mustStop() {
    return cancel.on || (deadline.isSet() && deadline.remaining().isZero());
  }

  /** Whether requests may still begin after this wait, as far as is known. */
  public boolean outlives(Duration wait) {
    return !mustStop() && (!deadline.isSet() || deadline.remaining().compareTo(wait) > 0);
  }

  /** Cancels: everything registered is ended now, everything registered later at once. */
  public void cancel() {
    cancel.turnOn();
    if (!letsFinish) {
      abort.turnOn();
    }
  }

  /** Cancels, and ends what is in flight. */
  public void abort() {
    cancel.turnOn();
    abort.turnOn();
  }

  /** Fails with 57014 after {@link #cancel}, with HYT00 after the deadline. */
  public void check() throws SQLException {
    if (cancel.on) {
      throw Failure.CANCELLED.because();
    }
    deadline.check();
  }

  /** Calls {@code end} when cancelled, until the registration is closed: for whoever waits. */
  public Registration onCancel(Runnable end) {
    return cancel.call(end);
  }

  /** Calls {@code end} when what is in flight must end, until the registration is closed. */
  public Registration onAbort(Runnable end) {
    return abort.call(end);
  }

  /** Ends what {@link #onCancel} or {@link #onAbort} began. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Switch {
    private final Set<Runnable> called = ConcurrentHashMap.newKeySet();
    private volatile boolean on;

    void turnOn() {
      on = true;
      called.forEach(Runnable::run);
    }

    Registration call(Runnable end) {
      called.add(end);
      if (on) {
        end.run();
      }
      return () -> called.remove(end);
    }
  }
}
