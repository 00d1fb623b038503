package io.workspacesql.api.http;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many requests of a connection be in flight at once; the others wait. */
public final class ConcurrencyLimit implements Step {
  private final Step next;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private int free;

  public ConcurrencyLimit(Step next, int maxConcurrentRequests) {
    this.next = next;
    this.free = maxConcurrentRequests;
  }

  @Override
  public Answer send(ApiRequest request, RequestScope scope) throws WireFailure, SQLException {
    enter(scope);
    try {
      return next.send(request, scope);
    } finally {
      leave();
    }
  }

  private void enter(RequestScope scope) throws SQLException {
    RequestScope.Registration registration = scope.onCancel(this::wakeAll);
    lock.lock();
    try {
      awaitFree(scope);
      free--;
    } finally {
      lock.unlock();
      registration.close();
    }
  }

  private void awaitFree(RequestScope scope) throws SQLException {
    try {
      while (free == 0) {
        scope.check();
        changed.awaitNanos(patience(scope.deadline()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.CANCELLED.causedBy(e);
    }
  }

  private static long patience(Deadline deadline) {
    return deadline.isSet() ? deadline.remaining().toNanos() : Long.MAX_VALUE;
  }

  private void leave() {
    lock.lock();
    try {
      free++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void wakeAll() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
