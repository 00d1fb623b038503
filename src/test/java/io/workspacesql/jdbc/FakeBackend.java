package io.workspacesql.jdbc;

import io.workspacesql.config.ApiDialect;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.config.CountFromStats;
import io.workspacesql.config.Target;
import io.workspacesql.error.Failure;
import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.Listeners;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.TokenScope;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteReport;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.run.Execution;
import io.workspacesql.sql.Planner;
import io.workspacesql.sql.PreparedPlan;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backend whose plans are set by the test and whose executions only remember. */
final class FakeBackend implements Backend {
  static final ConnectionSettings.Writes WRITES =
      new ConnectionSettings.Writes(true, 1000, false, 4);
  static final Instant NOW = Instant.parse("2024-06-01T10:00:00Z");

  final Map<String, PreparedPlan> plans = new HashMap<>();
  final List<FrozenWrite> written = new ArrayList<>();
  final Map<String, WriteOutcome> outcomes = new HashMap<>();
  final List<FakeExecution> executions = new ArrayList<>();
  final List<Duration> pings = new ArrayList<>();
  final Ledger ledger = new Ledger();
  @Nullable String applicationName;
  @Nullable SQLException refusal;
  @Nullable SQLException onWrite;
  Runnable duringWrite = () -> {};
  Runnable duringBegin = () -> {};
  @Nullable TokenScope tokenScope;
  boolean answers = true;
  int closings;

  /** Makes this text known to the planner. */
  <P extends PreparedPlan> P plan(String sql, P plan) {
    plans.put(sql, plan);
    return plan;
  }

  WorkspacesConnection connection() throws SQLException {
    return connection(settings(ZoneOffset.UTC, false));
  }

  WorkspacesConnection connection(ConnectionSettings settings) throws SQLException {
    return (WorkspacesConnection)
        ConnectionFactory.connect(settings, given -> this, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static ConnectionSettings settings(ZoneId zone, boolean readOnly) {
    return settings(zone, readOnly, WRITES);
  }

  static ConnectionSettings settings(
      ZoneId zone, boolean readOnly, ConnectionSettings.Writes writes) {
    return new ConnectionSettings(
        new Target.Server(URI.create("https://api.example.test/api/v1")),
        null,
        null,
        ApiDialect.AGENTS,
        new ConnectionSettings.NewWorkspaces(null, List.of(), List.of()),
        readOnly,
        writes,
        CountFromStats.TRUST,
        zone,
        100,
        1,
        8,
        new ConnectionSettings.Limits(0, 0, 0),
        new ConnectionSettings.Retries(3, Duration.ofSeconds(20)),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMillis(1500),
        false,
        ConnectionSettings.Network.DIRECT,
        "tests",
        List.of("a notice"),
        List.of());
  }

  /** Has the row with this id, or with this name when it is to be created, end so. */
  void ends(String row, State state, @Nullable Integer httpStatus, @Nullable String message) {
    WriteTask none = new WriteTask.Delete(row, null);
    Failure failure = state == State.FAILED ? Failure.WRITE_FAILED : null;
    outcomes.put(
        row, new WriteOutcome(none, state, null, httpStatus, message, "r-" + row, failure));
  }

  /** Has the row fail for this reason. */
  void fails(String row, Failure failure) {
    WriteTask none = new WriteTask.Delete(row, null);
    outcomes.put(row, new WriteOutcome(none, State.FAILED, null, 400, "refused", null, failure));
  }

  private WriteOutcome outcome(WriteTask task) {
    String row =
        task instanceof WriteTask.Update update
            ? update.id()
            : task instanceof WriteTask.Delete delete
                ? delete.id()
                : ((WriteTask.Create) task).name();
    String id = task instanceof WriteTask.Create ? "id of " + row : row;
    WriteOutcome end = outcomes.get(row);
    return end == null
        ? new WriteOutcome(task, State.DONE, id, 200, null, "r", null)
        : new WriteOutcome(
            task,
            end.state(),
            null,
            end.httpStatus(),
            end.message(),
            end.requestId(),
            end.failure());
  }

  FakeExecution lastExecution() {
    return executions.get(executions.size() - 1);
  }

  @Override
  public Planner planner() {
    return (sql, planning) -> {
      PreparedPlan plan = plans.get(sql);
      if (plan == null) {
        throw Failure.SYNTAX.because("no plan for " + sql);
      }
      return plan;
    };
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Listeners listeners() {
    return new Listeners();
  }

  @Override
  public void nameApplication(@Nullable String name) {
    applicationName = name;
  }

  @Override
  public void verifyCredentials(Duration timeout) throws SQLException {
    if (refusal != null) {
      throw refusal;
    }
  }

  @Override
  public void ping(Duration timeout) throws SQLException {
    pings.add(timeout);
    if (!answers) {
      throw Failure.CONNECTION_LOST.because("api.example.test", "it went away");
    }
  }

  @Override
  public @Nullable TokenScope tokenScope() {
    return tokenScope;
  }

  @Override
  public Execution begin(Duration timeout) {
    executions.add(new FakeExecution(timeout));
    duringBegin.run();
    return lastExecution();
  }

  @Override
  public String url() {
    return "jdbc:airbyte:https://api.example.test/api/v1";
  }

  @Override
  public String userName() {
    return "client";
  }

  @Override
  public List<@Nullable Object[]> properties() {
    return List.<@Nullable Object[]>of(new @Nullable Object[] {"pageSize", "50", "100", "Rows"});
  }

  @Override
  public void close() {
    closings++;
  }

  /** Remembers what was done to it. */
  final class FakeExecution implements Execution {
    final Duration timeout;
    final List<SQLWarning> warnings = new ArrayList<>();
    volatile boolean cancelled;
    boolean late;
    int closings;

    FakeExecution(Duration timeout) {
      this.timeout = timeout;
    }

    @Override
    public long statementId() {
      return executions.indexOf(this) + 1;
    }

    @Override
    public RowCursor open(BoundScan scan) {
      return new StaticRows(List.of());
    }

    @Override
    public WriteReport write(FrozenWrite write) throws SQLException {
      if (onWrite != null) {
        throw onWrite;
      }
      written.add(write);
      duringWrite.run();
      List<WriteOutcome> ends = write.tasks().stream().map(FakeBackend.this::outcome).toList();
      return new WriteReport(write, ends, false);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean mustStop() {
      return cancelled;
    }

    @Override
    public void check() throws SQLException {
      if (cancelled) {
        throw Failure.CANCELLED.because();
      }
      if (late) {
        throw Failure.TIMEOUT.because("2s");
      }
    }

    @Override
    public List<SQLWarning> warnings() {
      return List.copyOf(warnings);
    }

    @Override
    public void close() {
      closings++;
    }
  }
}
