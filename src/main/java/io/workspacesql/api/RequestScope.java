package io.workspacesql.api;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one execution of a statement shares with its requests: its number, its deadline, and the
 * switch that cancels it. Safe for use by several threads.
 */
public final class RequestScope {
  private final long statementId;
  private final Deadline deadline;
  private final Set<Runnable> aborts = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  public RequestScope(long statementId, Deadline deadline) {
    this.statementId = statementId;
    this.deadline = deadline;
  }

  /** The execution's number within its connection; 0 = connecting. */
  public long statementId() {
    return statementId;
  }

  public Deadline deadline() {
    return deadline;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /** Cancels: everything registered is aborted now, everything registered later at once. */
  public void cancel() {
    cancelled = true;
    aborts.forEach(Runnable::run);
  }

  /** Fails with 57014 after {@link #cancel}, with HYT00 after the deadline. */
  public void check() throws SQLException {
    if (cancelled) {
      throw Failure.CANCELLED.because();
    }
    deadline.check();
  }

  /** Calls {@code abort} when cancelled, until the registration is closed. */
  public Registration onCancel(Runnable abort) {
    aborts.add(abort);
    if (cancelled) {
      abort.run();
    }
    return () -> aborts.remove(abort);
  }

  /** Ends what {@link #onCancel} began. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
