package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.observe.Ledger;
import io.workspacesql.plan.Change;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.FrozenWrite.Verb;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteReport;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes to a fake organization, in a time that passes only when the driver waits. */
final class WriteBench implements AutoCloseable {
  final FakeOrganization organization;
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final Session session;

  private final AtomicLong nanos = new AtomicLong();

  private WriteBench(int workspaces, int writeConcurrency, Duration grace) {
    organization = FakeOrganization.of(workspaces);
    organization.faults.nanoTime = nanos::get;
    WriteTiming timing =
        new WriteTiming(
            nanos::get,
            (duration, scope) -> {
              pass(duration);
              return !scope.isCancelled();
            },
            () -> 0.5,
            grace);
    RunSettings settings = new RunSettings(100, 1, 8, writeConcurrency, false, StatsTrust.TRUST);
    session = new Session(organization, settings, new Ledger(), timing);
  }

  /** One row after the other. */
  static WriteBench of(int workspaces) {
    return new WriteBench(workspaces, 1, Duration.ofMillis(50));
  }

  static WriteBench parallel(int workspaces, int writeConcurrency) {
    return new WriteBench(workspaces, writeConcurrency, Duration.ofMillis(50));
  }

  /** With time for requests in flight to end after a cancel. */
  static WriteBench patient(int workspaces) {
    return new WriteBench(workspaces, 1, Duration.ofSeconds(10));
  }

  private void pass(Duration duration) {
    if (!duration.isZero()) {
      waits.add(duration);
      nanos.addAndGet(duration.toNanos());
    }
  }

  static WriteTask rename(int number, String name) {
    return update(number, new Change(WORKSPACES.column("name"), true, "tenant " + number, name));
  }

  /** Without the row having been read. */
  static WriteTask suspend(int number) {
    return update(number, new Change(WORKSPACES.column("status"), false, null, "inactive"));
  }

  static WriteTask update(int number, Change... changes) {
    return new WriteTask.Update(FakeOrganization.id(number), List.of(changes));
  }

  static WriteTask delete(int number) {
    return new WriteTask.Delete(FakeOrganization.id(number), null);
  }

  static WriteTask create(String name) {
    return create(name, null, null);
  }

  static WriteTask create(
      String name, @Nullable WorkspaceStatus status, @Nullable Boolean cacheEnabled) {
    return new WriteTask.Create(name, status, cacheEnabled);
  }

  static FrozenWrite frozen(List<WriteTask> tasks) {
    return new FrozenWrite(verb(tasks), tasks, false);
  }

  private static Verb verb(List<WriteTask> tasks) {
    if (tasks.isEmpty() || tasks.get(0) instanceof WriteTask.Update) {
      return Verb.UPDATE;
    }
    return tasks.get(0) instanceof WriteTask.Delete ? Verb.DELETE : Verb.INSERT;
  }

  WriteReport write(WriteTask... tasks) throws SQLException {
    return write(Duration.ZERO, List.of(tasks));
  }

  WriteReport write(Duration timeout, List<WriteTask> tasks) throws SQLException {
    try (Execution execution = session.begin(timeout)) {
      return execution.write(frozen(tasks));
    }
  }

  /** The outcome of a write of one row. */
  WriteOutcome outcome(WriteTask task) throws SQLException {
    return write(task).outcomes().get(0);
  }

  /** What the server was asked, ids as numbers. */
  List<String> requests() {
    return organization.requests.stream()
        .map(request -> request.replaceAll("get 00000000-0000-4000-8000-0*(\\d+)", "GET $1"))
        .map(request -> request.replaceAll("list \\d+", "LIST"))
        .toList();
  }

  Object valueOf(int number, String column) {
    return organization.find(FakeOrganization.id(number)).orElseThrow().get(column);
  }

  @Override
  public void close() {
    session.close();
  }
}
