package io.workspacesql.run;

import static io.workspacesql.run.Scans.ALL;
import static io.workspacesql.run.Scans.SETTINGS;
import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.keys;
import static io.workspacesql.run.Scans.prefetching;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workspacesql.api.Deadline;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SessionTests {
  private final FakeOrganization organization = FakeOrganization.of(1_000);

  @Test
  void executions_are_numbered_from_one_and_their_requests_bear_the_number() throws SQLException {
    try (Session session = session(organization, SETTINGS)) {
      session.verifyCredentials(Deadline.NONE);
      session.begin(Duration.ZERO).close();
      try (Execution second = session.begin(Duration.ZERO)) {
        second.open(scan(ALL)).next();
      }
    }
    assertThat(organization.requests).containsExactly("verify 0", "list 2");
  }

  @Test
  void a_ping_is_one_request() throws SQLException {
    try (Session session = session(organization, SETTINGS)) {
      session.ping(Deadline.NONE);
    }
    assertThat(organization.requests).containsExactly("stats");
  }

  @ParameterizedTest(name = "blocked in request {0}")
  @ValueSource(ints = {1, 2, 3})
  void a_cancelled_reader_gets_57014_within_two_seconds(int blockingRequest) throws Exception {
    organization.blockingRequest = blockingRequest;
    try (Session session = session(organization, prefetching(2));
        Execution execution = session.begin(Duration.ZERO)) {
      CompletableFuture<SQLException> failure = readInBackground(execution);
      organization.blocked.await();
      execution.cancel();
      assertThat(failure.get(2, TimeUnit.SECONDS).getSQLState()).isEqualTo("57014");
      assertThat(execution.mustStop()).isTrue();
    }
  }

  @ParameterizedTest(name = "blocked in request {0}")
  @ValueSource(ints = {1, 2, 3})
  void a_reader_out_of_time_gets_HYT00(int blockingRequest) throws Exception {
    organization.blockingRequest = blockingRequest;
    try (Session session = session(organization, prefetching(2));
        Execution execution = session.begin(Duration.ofMillis(200))) {
      SQLException failure = readInBackground(execution).get(5, TimeUnit.SECONDS);
      assertThat(failure.getSQLState()).isEqualTo("HYT00");
      assertThat((Object) failure).isInstanceOf(SQLTimeoutException.class);
      assertThat(execution.mustStop()).isTrue();
    }
  }

  @Test
  void cancelling_ends_parallel_key_look_ups() throws Exception {
    organization.blockingRequest = 3;
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      CompletableFuture<SQLException> failure =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowableOfType(
                      SQLException.class, () -> drain(execution.open(scan(keys(1, 2, 3, 4))))));
      organization.blocked.await();
      execution.cancel();
      assertThat(failure.get(2, TimeUnit.SECONDS).getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void an_interrupted_reader_is_cancelled_and_stays_interrupted() throws Exception {
    organization.blockingRequest = 2;
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread reader =
          new Thread(
              () -> {
                SQLException failure =
                    catchThrowableOfType(
                        SQLException.class, () -> drain(execution.open(scan(ALL))));
                interrupted.complete(
                    "57014".equals(failure.getSQLState())
                        && Thread.currentThread().isInterrupted());
              });
      reader.start();
      organization.blocked.await();
      reader.interrupt();
      assertThat(interrupted.get(2, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closing_a_cursor_ends_its_reading_ahead_but_not_the_execution() throws Exception {
    organization.blockingRequest = 2;
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      RowCursor cursor = execution.open(scan(ALL));
      for (int i = 0; i < 60; i++) {
        cursor.next();
      }
      organization.blocked.await();
      cursor.close();
      cursor.close();
      assertThatThrownBy(cursor::next).extracting("SQLState").isEqualTo("57014");
      assertThat(drain(execution.open(scan(ALL)))).hasSize(1_000);
    }
  }

  @Test
  void closing_an_execution_closes_its_cursors() throws SQLException {
    try (Session session = session(organization, SETTINGS)) {
      Execution execution = session.begin(Duration.ZERO);
      RowCursor cursor = execution.open(scan(ALL));
      execution.close();
      execution.close();
      assertThatThrownBy(cursor::next).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execution.open(scan(ALL))).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void cancelling_one_execution_leaves_the_others_alone() throws SQLException {
    try (Session session = session(organization, SETTINGS);
        Execution first = session.begin(Duration.ZERO);
        Execution second = session.begin(Duration.ZERO)) {
      first.cancel();
      assertThatThrownBy(first::check).extracting("SQLState").isEqualTo("57014");
      assertThat(drain(second.open(scan(ALL)))).hasSize(1_000);
    }
  }

  @Test
  void closing_a_session_ends_its_readers_and_closes_the_api_once() throws Exception {
    organization.blockingRequest = 2;
    Session session = session(organization, SETTINGS);
    Execution execution = session.begin(Duration.ZERO);
    CompletableFuture<SQLException> failure = readInBackground(execution);
    organization.blocked.await();
    session.close();
    session.close();
    assertThat(failure.get(2, TimeUnit.SECONDS).getSQLState()).isEqualTo("57014");
    assertThat(organization.closed).hasValue(1);
  }

  @Test
  void a_closed_session_begins_nothing() {
    Session session = session(organization, SETTINGS);
    session.close();
    assertThatThrownBy(() -> session.begin(Duration.ZERO))
        .extracting("errorCode")
        .isEqualTo(Failure.CONNECTION_CLOSED.vendorCode());
    assertThatThrownBy(() -> session.ping(Deadline.NONE)).isInstanceOf(SQLException.class);
    assertThat(organization.requests).isEmpty();
  }

  @Tag("threat-22")
  @Test
  void five_hundred_sessions_leave_no_thread() throws SQLException {
    for (int i = 0; i < 500; i++) {
      try (Session session = session(organization, prefetching(2));
          Execution execution = session.begin(Duration.ZERO);
          RowCursor cursor = execution.open(scan(ALL))) {
        for (int row = 0; row < 120; row++) {
          cursor.next();
        }
      }
    }
    Eventually.holds(() -> readerThreads() == 0);
  }

  @Test
  void executions_that_nobody_closes_are_not_kept() throws SQLException {
    try (Session session = session(organization, prefetching(2))) {
      for (int i = 0; i < 200; i++) {
        session.begin(Duration.ZERO).open(scan(ALL)).next();
      }
      Eventually.holds(
          () -> {
            System.gc();
            return session.openExecutionCount() == 0;
          });
    }
  }

  @Test
  void threads_are_daemons_and_begin_only_when_needed() throws SQLException {
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ALL))) {
      cursor.next();
      assertThat(organization.askingThreads).containsExactly(Thread.currentThread().getName());
      drain(cursor);
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith(SessionThreads.NAME_PREFIX))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  private static long readerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(SessionThreads.NAME_PREFIX))
        .count();
  }

  private static CompletableFuture<SQLException> readInBackground(Execution execution) {
    return CompletableFuture.supplyAsync(
        () -> catchThrowableOfType(SQLException.class, () -> drain(execution.open(scan(ALL)))),
        work -> new Thread(work, "reader under test").start());
  }
}
