package io.workspacesql.run;

import static io.workspacesql.run.WriteBench.create;
import static io.workspacesql.run.WriteBench.delete;
import static io.workspacesql.run.WriteBench.rename;
import static io.workspacesql.run.WriteBench.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteReport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certainly without effect is tried again, politely. */
class WritePatienceTests {
  private final WriteBench bench = WriteBench.of(10);
  private final FaultScript faults = bench.organization.faults;

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void the_servers_wait_is_kept(int status) throws SQLException {
    faults.onWrite("DELETE 4", WriteFault.later(status, Duration.ofSeconds(7)));
    assertThat(bench.outcome(delete(4)).state()).isEqualTo(State.DONE);
    assertThat(bench.requests()).containsExactly("DELETE 4", "DELETE 4 #2");
    assertThat(bench.waits).containsExactly(Duration.ofSeconds(7));
  }

  @Tag("threat-16")
  @Test
  void the_servers_wait_is_capped() throws SQLException {
    faults.onWrite("PUT 4", WriteFault.later(503, Duration.ofDays(1)));
    assertThat(bench.outcome(suspend(4)).state()).isEqualTo(State.DONE);
    assertThat(bench.waits).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void without_the_servers_wait_it_grows_with_jitter_and_three_retries_are_all()
      throws SQLException {
    WriteFault limited = WriteFault.later(429, null);
    faults.onWrite("POST new", limited, limited, limited, limited);
    WriteOutcome outcome = bench.outcome(create("new"));
    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(outcome.failure()).isEqualTo(Failure.WRITE_LIMITED);
    assertThat(outcome.httpStatus()).isEqualTo(429);
    assertThat(bench.requests())
        .containsExactly("LIST", "POST new", "POST new #2", "POST new #3", "POST new #4");
    assertThat(bench.waits)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void a_failed_connection_is_tried_again() throws SQLException {
    faults.onWrite("PUT 4", WriteFault.noConnection(), WriteFault.noConnection());
    assertThat(bench.outcome(suspend(4)).state()).isEqualTo(State.DONE);
    assertThat(bench.waits).hasSize(2);
  }

  @Test
  void when_no_request_could_be_sent_the_write_fails_as_a_connection_does() {
    WriteFault none = WriteFault.noConnection();
    faults.onWrite("PUT 4", none, none, none, none);
    assertThatThrownBy(() -> bench.write(suspend(4), suspend(5)))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo("08001");
    assertThat(bench.requests()).hasSize(4).allMatch(request -> request.startsWith("PUT 4"));
  }

  @Test
  void once_a_request_was_sent_a_failed_connection_is_the_rows_failure() throws SQLException {
    WriteFault none = WriteFault.noConnection();
    faults.onWrite("PUT 5", none, none, none, none);
    WriteReport report = bench.write(suspend(4), suspend(5), suspend(6));
    assertThat(report.outcomes())
        .extracting(WriteOutcome::state)
        .containsExactly(State.DONE, State.FAILED, State.NOT_TRIED);
    assertThat(report.outcomes().get(1).failure()).isEqualTo(Failure.WRITE_FAILED);
    assertThat(report.outcomes().get(1).message()).contains("Cannot reach");
  }

  @Test
  void without_a_token_nothing_is_tried_again() {
    faults.onWrite("PUT 4", WriteFault.noToken());
    assertThatThrownBy(() -> bench.write(suspend(4))).extracting("SQLState").isEqualTo("28000");
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void a_404_after_a_rate_limit_is_no_row() throws SQLException {
    faults.onWrite("DELETE 77", WriteFault.later(429, Duration.ofSeconds(1)));
    assertThat(bench.outcome(delete(77)).state()).isEqualTo(State.NO_ROW);
  }

  @Tag("threat-16")
  @Test
  void a_wait_that_would_outlast_the_deadline_is_not_begun() throws SQLException {
    faults.onWrite("PUT 4", WriteFault.later(429, Duration.ofSeconds(20)));
    WriteReport report = bench.write(Duration.ofSeconds(15), List.of(suspend(4), suspend(5)));
    assertThat(report.outcomes())
        .extracting(WriteOutcome::state)
        .containsExactly(State.FAILED, State.NOT_TRIED);
    assertThat(bench.requests()).hasSize(1);
    assertThat(bench.waits).isEmpty();
  }

  @Test
  void a_row_that_waits_gives_up_when_another_has_failed_for_good() throws Exception {
    try (WriteBench both = WriteBench.parallel(10, 2)) {
      CountDownLatch failed = new CountDownLatch(1);
      both.session.watch(new RowsEnded(ended -> failed.countDown()));
      both.organization.faults.onWrite("PUT 1", WriteFault.later(429, Duration.ofSeconds(9)));
      both.organization.faults.onWrite("PUT 2", WriteFault.refused(Failure.WRITE_FORBIDDEN, 403));
      both.organization.beforeWrite =
          request -> {
            if (request.equals("PUT 1")) {
              RowsEnded.await(failed);
            }
          };
      WriteReport report = both.write(rename(1, "a"), rename(2, "b"), rename(3, "c"));
      assertThat(report.outcomes())
          .extracting(WriteOutcome::state)
          .containsExactly(State.NOT_TRIED, State.FAILED, State.NOT_TRIED);
      assertThat(both.requests()).containsExactlyInAnyOrder("PUT 1 {name=a}", "PUT 2 {name=b}");
    }
  }
}
