package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import io.workspacesql.error.UncheckedSqlException;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTests {
  private final FakeBackend backend = new FakeBackend();
  private final FakePlan threeRows = FakePlan.query(JDBCType.BIGINT).row(1L).row(2L).row(3L);
  private WorkspacesConnection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("SELECT", threeRows);
    backend.plan("", FakePlan.empty());
    connection = backend.connection();
    statement = connection.createStatement();
  }

  private static String stateOf(ThrowingCallable call) {
    try {
      call.call();
    } catch (SQLException e) {
      return e.getSQLState();
    } catch (Throwable e) {
      return e.toString();
    }
    return "no failure";
  }

  @Test
  void a_query_gives_its_rows_in_order() throws SQLException {
    StringBuilder seen = new StringBuilder();
    try (ResultSet rows = statement.executeQuery("SELECT")) {
      while (rows.next()) {
        seen.append(rows.getLong(1)).append(' ');
      }
    }
    assertThat(seen).hasToString("1 2 3 ");
  }

  @Test
  void execute_says_that_a_query_has_a_result_and_then_no_more() throws SQLException {
    assertThat(statement.execute("SELECT")).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(statement.getResultSet()).isNotNull();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(statement.getResultSet()).isNull();
  }

  @Test
  void an_empty_statement_has_no_result_and_begins_no_execution() throws SQLException {
    assertThat(statement.execute("")).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(statement.executeUpdate("")).isZero();
    assertThat(stateOf(() -> statement.executeQuery(""))).isEqualTo("02000");
    assertThat(backend.executions).isEmpty();
  }

  @Test
  void an_update_that_is_a_query_is_refused_before_anything_begins() {
    assertThat(stateOf(() -> statement.executeUpdate("SELECT"))).isEqualTo("0A000");
    assertThat(stateOf(() -> statement.executeLargeUpdate("SELECT", 1))).isEqualTo("0A000");
    assertThat(stateOf(() -> statement.addBatch("SELECT"))).isEqualTo("0A000");
    assertThat(backend.executions).isEmpty();
  }

  @Test
  void the_next_execution_closes_the_result_before() throws SQLException {
    ResultSet first = statement.executeQuery("SELECT");
    statement.executeQuery("SELECT");
    assertThat(first.isClosed()).isTrue();
    assertThat(backend.executions.get(0).closings).isEqualTo(1);
    assertThat(backend.executions.get(1).closings).isZero();
  }

  @Test
  void closing_a_result_ends_its_execution() throws SQLException {
    statement.executeQuery("SELECT").close();
    assertThat(backend.lastExecution().closings).isEqualTo(1);
    assertThat(statement.isClosed()).isFalse();
  }

  @Test
  void close_on_completion_closes_the_statement_with_its_result() throws SQLException {
    statement.closeOnCompletion();
    statement.executeQuery("SELECT").close();
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void a_plan_that_cannot_be_opened_leaves_no_execution_behind() throws SQLException {
    threeRows.onOpen = Failure.UNKNOWN_TABLE.because("no such table");
    assertThat(stateOf(() -> statement.executeQuery("SELECT"))).isEqualTo("42S02");
    assertThat(backend.lastExecution().closings).isEqualTo(1);
    threeRows.onOpen = null;
    assertThat(statement.executeQuery("SELECT").next()).isTrue();
  }

  @Test
  void a_failure_carried_by_an_unchecked_exception_arrives_as_itself() {
    SQLException failure = Failure.DIVISION_BY_ZERO.because();
    threeRows.onNext = new UncheckedSqlException(failure);
    assertThatThrownBy(() -> statement.executeQuery("SELECT").next()).isSameAs(failure);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {NullPointerException.class, StackOverflowError.class, AssertionError.class})
  void whatever_else_is_thrown_below_is_a_defect(Class<? extends Throwable> thrown)
      throws ReflectiveOperationException {
    threeRows.onNext = thrown.getDeclaredConstructor().newInstance();
    assertThat(stateOf(() -> statement.executeQuery("SELECT").next())).isEqualTo("XX000");
    threeRows.onOpen = thrown.getDeclaredConstructor().newInstance();
    assertThat(stateOf(() -> statement.execute("SELECT"))).isEqualTo("XX000");
  }

  @Test
  void max_rows_reaches_the_plan_and_is_kept_even_if_the_plan_ignores_it() throws SQLException {
    statement.setMaxRows(2);
    ResultSet rows = statement.executeQuery("SELECT");
    assertThat(threeRows.lastContext().maxRows()).isEqualTo(2);
    assertThat(rows.next() && rows.next()).isTrue();
    assertThat(rows.isLast()).isTrue();
    assertThat(rows.next()).isFalse();
  }

  @Test
  void the_time_limit_is_the_property_until_it_is_set() throws SQLException {
    assertThat(statement.getQueryTimeout()).isEqualTo(2);
    statement.execute("SELECT");
    assertThat(backend.lastExecution().timeout).isEqualTo(Duration.ofMillis(1500));
    statement.setQueryTimeout(30);
    statement.execute("SELECT");
    assertThat(backend.lastExecution().timeout).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void the_network_timeout_bounds_every_time_limit() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 700);
    statement.execute("SELECT");
    assertThat(backend.lastExecution().timeout).isEqualTo(Duration.ofMillis(700));
    statement.setQueryTimeout(0);
    statement.execute("SELECT");
    assertThat(backend.lastExecution().timeout).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void after_a_cancel_the_statement_works_again() throws Exception {
    ResultSet rows = statement.executeQuery("SELECT");
    Thread other = new Thread(() -> assertThat(stateOf(statement::cancel)).isEqualTo("no failure"));
    other.start();
    other.join();
    assertThat(backend.lastExecution().cancelled).isTrue();
    assertThat(stateOf(rows::next)).isEqualTo("57014");
    assertThat(statement.executeQuery("SELECT").next()).isTrue();
  }

  @Test
  void a_cancel_between_executions_changes_nothing() throws SQLException {
    statement.executeQuery("SELECT").close();
    statement.cancel();
    assertThat(statement.executeQuery("SELECT").next()).isTrue();
  }

  @Test
  void warnings_of_the_execution_show_once_and_end_with_the_next_execution() throws SQLException {
    ResultSet rows = statement.executeQuery("SELECT");
    assertThat(WarningTexts.of(statement.getWarnings())).isEmpty();
    backend.lastExecution().warnings.add(Notice.PAGE_ANOMALY.because("first"));
    assertThat(WarningTexts.of(rows.getWarnings())).singleElement().asString().contains("first");
    backend.lastExecution().warnings.add(Notice.PAGE_ANOMALY.because("second"));
    rows.close();
    assertThat(WarningTexts.of(statement.getWarnings()))
        .satisfiesExactly(
            one -> assertThat(one).contains("first"), two -> assertThat(two).contains("second"));
    statement.execute("SELECT");
    assertThat(WarningTexts.of(statement.getWarnings())).isEmpty();
  }

  @Test
  void the_plan_learns_the_one_time_of_the_statement() throws SQLException {
    statement.execute("SELECT");
    assertThat(threeRows.lastContext().now()).isEqualTo(FakeBackend.NOW);
  }

  @Test
  void limits_below_zero_are_refused() {
    assertThat(stateOf(() -> statement.setMaxRows(-1))).isEqualTo("22023");
    assertThat(stateOf(() -> statement.setQueryTimeout(-1))).isEqualTo("22023");
    assertThat(stateOf(() -> statement.setFetchSize(-1))).isEqualTo("22023");
  }

  @Test
  void only_one_open_result_is_offered() {
    assertThat(stateOf(() -> statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)))
        .isEqualTo("0A000");
    assertThat(stateOf(() -> statement.getMoreResults(77))).isEqualTo("22023");
  }

  @Test
  void ten_thousand_open_and_closed_statements_are_forgotten() throws SQLException {
    for (int i = 0; i < 10_000; i++) {
      try (Statement one = connection.createStatement()) {
        one.execute("SELECT");
      }
    }
    assertThat(connection.openStatementCount()).isEqualTo(1);
    assertThat(backend.executions).allMatch(execution -> execution.closings == 1);
  }
}
