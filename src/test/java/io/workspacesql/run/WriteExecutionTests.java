package io.workspacesql.run;

import static io.workspacesql.run.WriteBench.create;
import static io.workspacesql.run.WriteBench.delete;
import static io.workspacesql.run.WriteBench.frozen;
import static io.workspacesql.run.WriteBench.rename;
import static io.workspacesql.run.WriteBench.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Failure;
import io.workspacesql.observe.Progress;
import io.workspacesql.observe.RowRecord;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteReport;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a write together: order, number in flight, stopping, reporting. */
@Timeout(30)
class WriteExecutionTests {

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void the_outcomes_stand_in_the_tasks_order(int concurrency) throws SQLException {
    Random random = new Random(20_261_122);
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
    Collections.shuffle(numbers, random);
    List<WriteTask> tasks =
        numbers.stream().map(n -> n % 2 == 0 ? suspend(n) : rename(n, "new " + n)).toList();
    try (WriteBench bench = WriteBench.parallel(200, concurrency)) {
      WriteReport report = bench.write(Duration.ZERO, tasks);
      assertThat(report.outcomes()).extracting(WriteOutcome::task).containsExactlyElementsOf(tasks);
      assertThat(report.outcomes())
          .extracting(WriteOutcome::id)
          .containsExactlyElementsOf(numbers.stream().map(FakeOrganization::id).toList());
      assertThat(report.count(State.DONE)).isEqualTo(200);
      assertThat(bench.requests()).hasSize(200).doesNotHaveDuplicates();
    }
  }

  @Test
  void rows_are_written_several_at_once_but_no_more_than_allowed() throws SQLException {
    try (WriteBench bench = WriteBench.parallel(50, 4)) {
      CountDownLatch four = new CountDownLatch(4);
      bench.organization.beforeAnswer =
          () -> {
            four.countDown();
            RowsEnded.await(four);
          };
      bench.write(Duration.ZERO, IntStream.range(0, 50).mapToObj(WriteBench::delete).toList());
      assertThat(bench.organization.mostInFlight).hasValue(4);
      assertThat(bench.organization.workspaces).isEmpty();
    }
  }

  @Test
  void a_row_that_does_not_exist_is_no_failure() throws SQLException {
    try (WriteBench bench = WriteBench.of(3)) {
      WriteReport report = bench.write(suspend(1), suspend(77), delete(78), suspend(2));
      assertThat(report.outcomes())
          .extracting(WriteOutcome::state)
          .containsExactly(State.DONE, State.NO_ROW, State.NO_ROW, State.DONE);
      assertThat(report.isComplete()).isTrue();
      assertThat(bench.requests()).hasSize(4);
    }
  }

  @Test
  void after_a_failure_for_good_nothing_more_is_begun() throws SQLException {
    try (WriteBench bench = WriteBench.of(9)) {
      bench.organization.faults.onWrite(
          "DELETE 2", WriteFault.refused(Failure.WRITE_FORBIDDEN, 403));
      WriteReport report = bench.write(delete(0), delete(1), delete(2), delete(3), delete(4));
      assertThat(report.outcomes())
          .extracting(WriteOutcome::state)
          .containsExactly(State.DONE, State.DONE, State.FAILED, State.NOT_TRIED, State.NOT_TRIED);
      assertThat(report.outcomes().get(2))
          .extracting(
              WriteOutcome::httpStatus,
              WriteOutcome::message,
              WriteOutcome::requestId,
              WriteOutcome::failure)
          .containsExactly(403, "server says 403", "req-403", Failure.WRITE_FORBIDDEN);
      assertThat(bench.requests()).containsExactly("DELETE 0", "DELETE 1", "DELETE 2");
    }
  }

  @Test
  void after_a_failure_for_good_the_rows_in_flight_end_and_count() throws SQLException {
    try (WriteBench bench = WriteBench.parallel(20, 4)) {
      CountDownLatch inFlight = new CountDownLatch(4);
      CountDownLatch failed = new CountDownLatch(1);
      bench.session.watch(new RowsEnded(ended -> failed.countDown()));
      bench.organization.faults.onWrite(
          "DELETE 2", WriteFault.refused(Failure.WRITE_FORBIDDEN, 403));
      bench.organization.beforeWrite =
          request -> {
            inFlight.countDown();
            RowsEnded.await(request.equals("DELETE 2") ? inFlight : failed);
          };
      WriteReport report =
          bench.write(Duration.ZERO, IntStream.range(0, 20).mapToObj(WriteBench::delete).toList());
      assertThat(bench.requests()).hasSize(4);
      assertThat(report.count(State.DONE)).isEqualTo(3);
      assertThat(report.count(State.FAILED)).isEqualTo(1);
      assertThat(report.count(State.NOT_TRIED)).isEqualTo(16);
    }
  }

  @Test
  void a_cancel_lets_the_request_in_flight_finish() throws Exception {
    try (WriteBench bench = WriteBench.patient(5);
        Execution execution = bench.session.begin(Duration.ZERO)) {
      bench.organization.beforeWrite = request -> execution.cancel();
      WriteReport report = execution.write(frozen(List.of(delete(0), delete(1), delete(2))));
      assertThat(report.outcomes())
          .extracting(WriteOutcome::state)
          .containsExactly(State.DONE, State.NOT_TRIED, State.NOT_TRIED);
      assertThat(bench.requests()).containsExactly("DELETE 0");
      assertThatThrownBy(execution::check).extracting("SQLState").isEqualTo("57014");
    }
  }

  @Test
  void a_cancel_leaves_a_request_unknown_that_does_not_finish() throws Exception {
    try (WriteBench bench = WriteBench.parallel(9, 2);
        Execution execution = bench.session.begin(Duration.ZERO)) {
      bench.organization.blockingRequest = 2;
      CompletableFuture<WriteReport> writing =
          inBackground(execution, delete(0), delete(1), delete(2), delete(3));
      bench.organization.blocked.await();
      execution.cancel();
      List<State> states = states(writing.get());
      assertThat(states).contains(State.UNKNOWN);
      assertThat(Collections.frequency(states, State.UNKNOWN)).isEqualTo(1);
      assertThat(bench.requests()).noneMatch(request -> request.startsWith("GET"));
    }
  }

  @Test
  void a_deadline_leaves_a_request_unknown_that_does_not_finish() throws Exception {
    try (WriteBench bench = WriteBench.of(9);
        Execution execution = bench.session.begin(Duration.ofMillis(200))) {
      bench.organization.blockingRequest = 1;
      WriteReport report = execution.write(frozen(List.of(suspend(0), suspend(1))));
      assertThat(states(report)).containsExactly(State.UNKNOWN, State.NOT_TRIED);
      assertThat(report.outcomes().get(0).failure()).isEqualTo(Failure.UNKNOWN_OUTCOME);
      assertThat(bench.requests()).hasSize(1);
      assertThatThrownBy(execution::check).extracting("SQLState").isEqualTo("HYT00");
    }
  }

  @Test
  void an_interrupted_writer_is_cancelled_and_stays_interrupted() throws Exception {
    try (WriteBench bench = WriteBench.of(9);
        Execution execution = bench.session.begin(Duration.ZERO)) {
      bench.organization.blockingRequest = 1;
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread writer =
          new Thread(
              () -> {
                try {
                  WriteReport report = execution.write(frozen(List.of(delete(0), delete(1))));
                  interrupted.complete(
                      Thread.currentThread().isInterrupted()
                          && states(report).equals(List.of(State.UNKNOWN, State.NOT_TRIED)));
                } catch (SQLException e) {
                  interrupted.completeExceptionally(e);
                }
              });
      writer.start();
      bench.organization.blocked.await();
      writer.interrupt();
      assertThat(interrupted.get()).isTrue();
      assertThatThrownBy(execution::check).extracting("SQLState").isEqualTo("57014");
    }
  }

  @Test
  void closing_the_session_ends_a_write_with_its_outcomes() throws Exception {
    WriteBench bench = WriteBench.of(9);
    Execution execution = bench.session.begin(Duration.ZERO);
    bench.organization.blockingRequest = 2;
    CompletableFuture<WriteReport> writing =
        inBackground(execution, delete(0), delete(1), delete(2));
    bench.organization.blocked.await();
    bench.close();
    assertThat(states(writing.get())).containsExactly(State.DONE, State.UNKNOWN, State.NOT_TRIED);
    Eventually.holds(() -> writerThreads() == 0);
  }

  @Test
  void a_cancelled_statement_writes_nothing() throws SQLException {
    try (WriteBench bench = WriteBench.of(9);
        Execution execution = bench.session.begin(Duration.ZERO)) {
      execution.cancel();
      assertThatThrownBy(() -> execution.write(frozen(List.of(delete(0)))))
          .extracting("SQLState")
          .isEqualTo("57014");
      assertThat(bench.requests()).isEmpty();
    }
  }

  @Test
  void no_row_needs_no_request() throws SQLException {
    try (WriteBench bench = WriteBench.of(9)) {
      FrozenWrite nothing = new FrozenWrite(FrozenWrite.Verb.UPDATE, List.of(), true);
      try (Execution execution = bench.session.begin(Duration.ZERO)) {
        assertThat(execution.write(nothing)).isEqualTo(new WriteReport(nothing, List.of(), false));
      }
      assertThat(bench.requests()).isEmpty();
    }
  }

  @Test
  void two_new_rows_of_one_name_are_refused_before_any_request() {
    try (WriteBench bench = WriteBench.of(9)) {
      assertThatThrownBy(() -> bench.write(create("a"), create("b"), create("a")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("'a'")
          .extracting("SQLState")
          .isEqualTo("23505");
      assertThat(bench.requests()).isEmpty();
    }
  }

  @Test
  void every_row_is_told_as_it_ends() throws SQLException {
    try (WriteBench bench = WriteBench.parallel(30, 4)) {
      List<String> heard = new ArrayList<>();
      bench.session.watch(
          new Progress() {
            @Override
            public void pageRead(long statementId, long pages, long rows) {
              heard.add("page");
            }

            @Override
            public void rowWritten(RowRecord row) {
              heard.add(row.statementId() + ": " + row.ended() + " of " + row.rows());
            }
          });
      bench.write(Duration.ZERO, IntStream.range(0, 30).mapToObj(WriteBench::delete).toList());
      assertThat(heard)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 30).mapToObj(i -> "1: " + i + " of 30").toList());
    }
  }

  @Test
  void a_write_forgets_what_was_known_of_the_sizes() throws SQLException {
    try (WriteBench bench = WriteBench.of(300)) {
      long twice = requestsOfTwoIdReads(bench, false);
      long afterWrite = requestsOfTwoIdReads(bench, true);
      assertThat(afterWrite).isGreaterThan(twice);
    }
  }

  private static long requestsOfTwoIdReads(WriteBench bench, boolean writing) throws SQLException {
    readIds(bench);
    if (writing) {
      bench.write(delete(299));
    }
    bench.organization.requests.clear();
    readIds(bench);
    return bench.requests().size();
  }

  private static void readIds(WriteBench bench) throws SQLException {
    try (Execution execution = bench.session.begin(Duration.ZERO)) {
      Scans.drain(execution.open(Scans.scan(Scans.keys(IntStream.range(0, 50).toArray()))));
    }
  }

  private static List<State> states(WriteReport report) {
    return report.outcomes().stream().map(WriteOutcome::state).toList();
  }

  private static long writerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(SessionThreads.NAME_PREFIX + "writer-"))
        .count();
  }

  private static CompletableFuture<WriteReport> inBackground(
      Execution execution, WriteTask... tasks) {
    CompletableFuture<WriteReport> report = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                report.complete(execution.write(frozen(List.of(tasks))));
              } catch (SQLException e) {
                report.completeExceptionally(e);
              }
            },
            "writer under test")
        .start();
    return report;
  }
}
