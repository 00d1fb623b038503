package io.workspacesql.run;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.error.Failure;
import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.Progress;
import io.workspacesql.plan.TokenScope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The running half of a connection: its API client, its ledger and its threads. Safe for use by
 * several threads.
 */
public final class Session implements AutoCloseable {
  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.NONE);
  private final Means means;
  private final Ledger ledger;
  private final AtomicLong begun = new AtomicLong();

  /** Weak, so that the execution of a statement that nobody closes is not kept. */
  private final Set<StatementExecution> open = Collections.newSetFromMap(new WeakHashMap<>());

  private final AtomicBoolean closed = new AtomicBoolean();

  /** Owns the API client from now on: {@link #close} closes it. */
  public Session(WorkspacesApi api, RunSettings settings, Ledger ledger) {
    this(api, settings, ledger, WriteTiming.SYSTEM);
  }

  Session(WorkspacesApi api, RunSettings settings, Ledger ledger, WriteTiming timing) {
    this(api, settings, ledger, timing, System::nanoTime);
  }

  /**
   * @param nanoTime how long something has been known
   */
  Session(
      WorkspacesApi api,
      RunSettings settings,
      Ledger ledger,
      WriteTiming timing,
      LongSupplier nanoTime) {
    this.means =
        new Means(
            api,
            settings,
            SessionThreads.readers(settings.maxConcurrentRequests()),
            SessionThreads.writers(),
            timing,
            new StatsJudge(settings.stats(), nanoTime),
            new KnownSizes(nanoTime),
            new TokenWorkspace(api, nanoTime),
            new ServedPages(),
            progress::get);
    this.ledger = ledger;
  }

  /** Requests of this connection, with those of connecting. */
  public Ledger ledger() {
    return ledger;
  }

  /** See {@link WorkspacesApi#nameApplication}. */
  public void nameApplication(@Nullable String name) {
    means.api().nameApplication(name);
  }

  /** Proves the credentials, see {@link WorkspacesApi#verifyCredentials}. */
  public void verifyCredentials(Deadline deadline) throws SQLException {
    checkOpen();
    ScopedWorkspace own = means.api().verifyCredentials(new RequestScope(0, deadline));
    if (own != null) {
      means.token().learn(own);
    }
  }

  /** What the connection may see at most; null = it has no scoped token, as far as is known. */
  public @Nullable TokenScope tokenScope() {
    return means.token().scope();
  }

  /**
   * Proves with one request that the server answers and accepts the token. No fault is waited out;
   * a lost socket is replaced once, since the server may have closed it while nobody used it.
   */
  public void ping(Deadline deadline) throws SQLException {
    checkOpen();
    RequestScope once = new RequestScope(0, deadline).forLooks();
    try {
      ask(once);
    } catch (SQLException e) {
      if (Failure.of(e) != Failure.CONNECTION_LOST) {
        throw e;
      }
      ask(once);
    }
  }

  /** A scoped token sees no stats. */
  private void ask(RequestScope once) throws SQLException {
    if (tokenScope() == null) {
      means.api().stats(once);
    } else {
      means.token().ask(once);
    }
  }

  /**
   * Begins one execution of a statement.
   *
   * @param timeout for all its requests; {@link Duration#ZERO} = none
   * @throws SQLException 08003 after {@link #close}
   */
  public Execution begin(Duration timeout) throws SQLException {
    StatementExecution execution =
        new StatementExecution(
            begun.incrementAndGet(), Deadline.after(timeout), means, this::ended);
    add(execution);
    if (closed.get()) {
      execution.close();
    }
    checkOpen();
    return execution;
  }

  private void add(StatementExecution execution) {
    synchronized (open) {
      open.add(execution);
    }
  }

  private void ended(StatementExecution execution) {
    synchronized (open) {
      open.remove(execution);
    }
  }

  private List<StatementExecution> openExecutions() {
    synchronized (open) {
      return List.copyOf(open);
    }
  }

  /** The executions that are neither closed nor abandoned, as far as is known. */
  int openExecutionCount() {
    return openExecutions().size();
  }

  /** Has the executions begun from now on tell how far they have come. */
  public void watch(Progress observer) {
    progress.set(observer);
  }

  /** Forgets what is known of the organization's size: to be called when it has been changed. */
  public void forgetSize() {
    means.forgetSize();
  }

  /** Ends everything in flight and frees threads and sockets; a second call does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    openExecutions().forEach(StatementExecution::close);
    means.threads().stop();
    means.writers().stop();
    means.api().close();
    means.threads().close();
    means.writers().close();
  }

  private void checkOpen() throws SQLException {
    if (closed.get()) {
      throw Failure.CONNECTION_CLOSED.because();
    }
  }
}
