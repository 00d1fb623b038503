package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workspacesql.error.Failure;
import io.workspacesql.error.RowOutcome;
import io.workspacesql.error.WriteFailedException;
import io.workspacesql.plan.WriteOutcome.State;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one exception of a write that did not end well. */
class WriteFailureTests {
  private final FakeBackend backend = new FakeBackend();
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("UPDATE", FakeWrite.update("a", "b", "c", "d", "e"));
    backend.plan("INSERT", FakeWrite.insert("Acme"));
    statement = backend.connection().createStatement();
  }

  private SQLException failure(String sql) {
    return catchThrowableOfType(SQLException.class, () -> statement.executeUpdate(sql));
  }

  @Test
  void the_message_counts_names_the_bad_rows_and_says_where_the_rest_is() {
    backend.ends("b", State.FAILED, 403, "not an admin");
    backend.ends("c", State.UNKNOWN, 504, "no answer in time");
    backend.ends("d", State.NOT_APPLIED, 200, "status is active");
    backend.ends("e", State.NOT_TRIED, null, null);
    assertThat((Throwable) failure("UPDATE"))
        .hasMessageContaining("1 done, 1 failed, 1 not applied, 1 unknown, 1 not tried")
        .hasMessageContaining("b failed: not an admin (request r-b)")
        .hasMessageContaining("c unknown: no answer in time")
        .hasMessageContaining("not safe")
        .hasMessageContaining("driver.last_write");
  }

  @Test
  void the_message_names_only_the_first_of_many_rows() {
    String[] ids = IntStream.range(0, 40).mapToObj(i -> "id" + i).toArray(String[]::new);
    backend.plan("MANY", FakeWrite.update(ids));
    for (String id : ids) {
      backend.ends(id, State.FAILED, 500, "broken");
    }
    assertThat((Throwable) failure("MANY"))
        .hasMessageContaining("0 done, 40 failed")
        .hasMessageContaining("id4 ")
        .hasMessageContaining("35 more")
        .hasMessageNotContaining("id5 ");
  }

  @Test
  void every_row_is_in_the_report_in_order() {
    backend.ends("b", State.FAILED, 403, "not an admin");
    WriteFailedException report = WriteFailedException.in(failure("UPDATE"));
    assertThat(report.outcomes())
        .extracting(RowOutcome::workspaceId)
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(report.outcomes().get(1))
        .isEqualTo(new RowOutcome("b", null, "failed", 403, "not an admin", "r-b"));
  }

  @Test
  void a_report_is_found_behind_what_a_framework_wraps_around() {
    backend.ends("a", State.FAILED, 403, "no");
    Throwable wrapped = new IllegalStateException(new RuntimeException(failure("UPDATE")));
    assertThat((Throwable) WriteFailedException.in(wrapped)).isNotNull();
    assertThat((Throwable) WriteFailedException.in(new SQLException("other"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE_INVALID, 22023",
    "WRITE_NOT_AUTHORIZED, 28000",
    "WRITE_FORBIDDEN, 42501",
    "CONFLICT, 40001",
    "WRITE_LIMITED, 53400",
    "WRITE_FAILED, 58000"
  })
  void the_state_is_that_of_the_first_refused_row(Failure failure, String sqlState) {
    backend.fails("b", failure);
    backend.fails("c", Failure.DUPLICATE);
    assertThat(failure("UPDATE").getSQLState()).isEqualTo(sqlState);
  }

  @Test
  void an_existing_name_is_a_violated_constraint() {
    backend.fails("Acme", Failure.DUPLICATE);
    assertThat((Throwable) failure("INSERT"))
        .isInstanceOf(SQLIntegrityConstraintViolationException.class)
        .hasMessageContaining("'Acme' failed: refused")
        .extracting("SQLState")
        .isEqualTo("23505");
  }

  @Test
  void an_unknown_outcome_outweighs_a_refusal_and_is_never_to_be_repeated() {
    backend.ends("a", State.FAILED, 403, "no");
    backend.ends("b", State.UNKNOWN, null, "the connection was cut");
    assertThat((Throwable) failure("UPDATE"))
        .isInstanceOf(SQLNonTransientException.class)
        .extracting("SQLState")
        .isEqualTo("58030");
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"FAILED", "NOT_APPLIED", "UNKNOWN", "NOT_TRIED"})
  void no_tool_is_invited_to_run_it_again(State state) {
    for (int status : new int[] {0, 200, 400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504}) {
      backend.ends("a", state, status, "why");
      SQLException failure = failure("UPDATE");
      assertThat((Throwable) failure)
          .isNotInstanceOfAny(SQLTransientException.class, SQLRecoverableException.class);
      assertThat(failure.getSQLState()).doesNotStartWith("08");
    }
  }

  @Test
  void a_cancel_during_the_write_says_so_and_reports_the_rows() {
    backend.duringWrite = () -> backend.lastExecution().cancel();
    backend.ends("d", State.UNKNOWN, null, "still in flight");
    backend.ends("e", State.NOT_TRIED, null, null);
    SQLException failure = failure("UPDATE");
    assertThat((Throwable) failure)
        .hasMessageContaining("cancelled")
        .hasMessageContaining("3 done, 1 unknown, 1 not tried")
        .extracting("SQLState")
        .isEqualTo("57014");
    assertThat(WriteFailedException.in(failure).outcomes()).hasSize(5);
  }

  @Test
  void a_deadline_during_the_write_is_a_timeout_with_the_rows() {
    backend.duringWrite = () -> backend.lastExecution().late = true;
    backend.ends("e", State.NOT_TRIED, null, null);
    SQLException failure = failure("UPDATE");
    assertThat((Throwable) failure)
        .isInstanceOf(SQLTimeoutException.class)
        .hasMessageContaining("4 done, 1 not tried")
        .extracting("SQLState")
        .isEqualTo("HYT00");
    assertThat((Throwable) WriteFailedException.in(failure)).isNotNull();
  }

  @Test
  void a_deadline_that_passes_after_the_last_row_is_no_failure() throws SQLException {
    backend.duringWrite = () -> backend.lastExecution().late = true;
    assertThat(statement.executeUpdate("UPDATE")).isEqualTo(5);
  }

  @Test
  void a_cancel_between_reading_and_writing_sends_no_write() {
    FakeWrite write = backend.plan("LATE", FakeWrite.update("a"));
    write.duringFreeze = () -> backend.lastExecution().cancel();
    assertThat(failure("LATE").getSQLState()).isEqualTo("57014");
    assertThat(backend.written).isEmpty();
  }

  @Test
  void after_a_failed_write_the_statement_works_again() throws SQLException {
    backend.ends("a", State.FAILED, 403, "no");
    failure("UPDATE");
    backend.outcomes.clear();
    assertThat(statement.executeUpdate("UPDATE")).isEqualTo(5);
    assertThat(backend.executions).allMatch(execution -> execution.closings == 1);
  }
}
