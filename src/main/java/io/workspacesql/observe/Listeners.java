package io.workspacesql.observe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All listeners of a connection, the log among them. Safe for use by several threads. */
public final class Listeners implements DriverListener {
  private static final Logger LOG = Logger.getLogger("io.workspacesql.listeners");

  private final List<DriverListener> all = new CopyOnWriteArrayList<>(List.of(new LogListener()));

  /** Tells this one, too, from now on. */
  public void add(DriverListener listener) {
    all.add(listener);
  }

  @Override
  public void attempted(RequestRecord attempt) {
    tell(listener -> listener.attempted(attempt));
  }

  @Override
  public void retrying(RetryRecord retry) {
    tell(listener -> listener.retrying(retry));
  }

  @Override
  public void tokenReceived(long statementId) {
    tell(listener -> listener.tokenReceived(statementId));
  }

  @Override
  public void pageRead(long statementId, long pages, long rows) {
    tell(listener -> listener.pageRead(statementId, pages, rows));
  }

  @Override
  public void rowWritten(long statementId, long ended, long rows) {
    tell(listener -> listener.rowWritten(statementId, ended, rows));
  }

  private void tell(Consumer<DriverListener> event) {
    for (DriverListener listener : all) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "A listener failed", e);
      }
    }
  }
}
