package io.workspacesql.api.http;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.Timing;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;

/** The waits of a connection's requests: cancel and close end them. Safe for several threads. */
public final class Waits implements AutoCloseable {
  private final Timing timing;
  private final RequestScope life = new RequestScope(0, Deadline.NONE);

  public Waits(Timing timing) {
    this.timing = timing;
  }

  /** Returns when the time has passed; fails with 57014 after a cancel, 08003 after close. */
  void sleep(Duration pause, RequestScope scope) throws SQLException {
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

  void checkOpen() throws SQLException {
    if (life.isCancelled()) {
      throw Failure.CONNECTION_CLOSED.because();
    }
  }

  @Override
  public void close() {
    life.cancel();
  }
}
