package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.catalog.EpochMicros;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreparedStatementTests {
  private final FakeBackend backend = new FakeBackend();
  private final FakePlan plan =
      FakePlan.asking(JDBCType.VARCHAR, JDBCType.TIMESTAMP, JDBCType.DATE).row("found");
  private PreparedStatement statement;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("ASK", plan);
    backend.plan("", FakePlan.empty());
    statement = backend.connection().prepareStatement("ASK");
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo(state);
  }

  private void setAll() throws SQLException {
    statement.setString(1, "x");
    statement.setTimestamp(2, new Timestamp(5));
    statement.setNull(3, Types.OTHER);
  }

  @Test
  void preparing_and_describing_begins_no_execution() throws SQLException {
    assertThat(statement.getMetaData().getColumnLabel(1)).isEqualTo("C1");
    assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(3);
    assertThat(statement.getParameterMetaData().getParameterType(2)).isEqualTo(Types.TIMESTAMP);
    assertThat(backend.executions).isEmpty();
  }

  @Test
  void parameters_reach_the_plan_as_internal_values_and_stay_for_the_next_execution()
      throws SQLException {
    setAll();
    assertThat(statement.executeQuery().next()).isTrue();
    assertThat(plan.lastContext().parameters()).containsExactly("x", 5_000L, null);
    statement.setString(1, "y");
    assertThat(statement.execute()).isTrue();
    assertThat(plan.lastContext().parameters()).containsExactly("y", 5_000L, null);
  }

  @Test
  void a_missing_parameter_is_named() throws SQLException {
    statement.setString(1, "x");
    assertThatThrownBy(statement::executeQuery)
        .hasMessageContaining("Parameter 2")
        .extracting("SQLState")
        .isEqualTo("07001");
    assertThat(backend.executions).isEmpty();
  }

  @Test
  void cleared_parameters_are_missing() throws SQLException {
    setAll();
    statement.clearParameters();
    assertState("07001", statement::execute);
  }

  @Test
  void a_number_without_parameter_is_refused() {
    assertState("07009", () -> statement.setString(0, "x"));
    assertState("07009", () -> statement.setString(4, "x"));
    assertState("07009", () -> statement.getParameterMetaData().getParameterType(4));
  }

  @Test
  void a_value_of_the_wrong_kind_is_refused_when_it_is_set() {
    assertState("22007", () -> statement.setString(2, "soon"));
    assertState("22018", () -> statement.setInt(2, 5));
    assertState("22018", () -> statement.setObject(1, new Object()));
  }

  @Test
  void a_named_type_is_gone_through_before_the_parameters_own() throws SQLException {
    setAll();
    statement.setObject(1, "012", Types.INTEGER);
    statement.setObject(2, "1970-01-01 00:00:01", JDBCType.TIMESTAMP);
    statement.setObject(3, "1970-01-11", Types.OTHER);
    statement.execute();
    assertThat(plan.lastContext().parameters()).containsExactly("12", 1_000_000L, 10);
    assertState("22018", () -> statement.setObject(1, "abc", Types.INTEGER));
    assertState("22023", () -> statement.setObject(1, "abc", 987_654));
  }

  @Test
  void a_calendar_says_in_which_zone_a_date_is_meant_but_moves_no_instant() throws SQLException {
    setAll();
    Calendar kiritimati = Calendar.getInstance(TimeZone.getTimeZone("Pacific/Kiritimati"));
    Instant moment = Instant.parse("2024-01-31T12:00:00Z");
    statement.setTimestamp(2, Timestamp.from(moment), kiritimati);
    statement.setDate(3, new Date(moment.toEpochMilli()), kiritimati);
    statement.execute();
    assertThat(plan.lastContext().parameters())
        .containsExactly(
            "x",
            EpochMicros.of(moment),
            (int) moment.atOffset(ZoneOffset.ofHours(14)).toLocalDate().toEpochDay());
  }

  @Test
  void text_cannot_be_run_on_it() {
    assertState("22023", () -> statement.executeQuery("ASK"));
    assertState("22023", () -> statement.execute("ASK"));
    assertState("22023", () -> statement.addBatch("ASK"));
  }

  @Test
  void a_query_is_no_update_and_no_batch() throws SQLException {
    setAll();
    assertState("0A000", statement::executeUpdate);
    assertState("0A000", statement::executeLargeUpdate);
    assertState("0A000", statement::addBatch);
    assertThat(backend.executions).isEmpty();
  }

  @Test
  void an_empty_statement_has_no_columns_and_a_batch_of_nothing() throws SQLException {
    try (PreparedStatement empty = backend.connection().prepareStatement("")) {
      assertThat(empty.getMetaData()).isNull();
      empty.addBatch();
      assertThat(empty.executeBatch()).containsExactly(0);
      assertThat(empty.executeBatch()).isEmpty();
      assertState("02000", empty::executeQuery);
    }
  }
}
