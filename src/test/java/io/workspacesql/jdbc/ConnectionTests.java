package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Failure;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTests {
  private final FakeBackend backend = new FakeBackend();
  private WorkspacesConnection connection;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("SELECT", FakePlan.query(JDBCType.VARCHAR).row("x"));
    connection = backend.connection();
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo(state);
  }

  @Test
  void refused_credentials_fail_the_connection_and_free_what_was_opened() {
    backend.refusal = Failure.CREDENTIALS_REFUSED.because("401");
    assertThatThrownBy(backend::connection).isSameAs(backend.refusal);
    assertThat(backend.closings).isEqualTo(1);
  }

  @Test
  void notices_of_the_settings_are_warnings() throws SQLException {
    assertThat(WarningTexts.of(connection.getWarnings()))
        .singleElement()
        .asString()
        .contains("a notice");
    connection.clearWarnings();
    assertThat(WarningTexts.of(connection.getWarnings())).isEmpty();
  }

  @Test
  void manual_commit_is_accepted_with_a_warning_and_ends_quietly() throws SQLException {
    connection.clearWarnings();
    assertThat(connection.getAutoCommit()).isTrue();
    connection.setAutoCommit(false);
    assertThat(WarningTexts.of(connection.getWarnings()))
        .singleElement()
        .asString()
        .contains("no transactions");
    assertThat(connection.getAutoCommit()).isFalse();
    assertThatCode(connection::commit).doesNotThrowAnyException();
    assertThatCode(connection::rollback).doesNotThrowAnyException();
  }

  @Test
  void commit_and_rollback_in_auto_commit_mode_are_errors() {
    assertState("25000", connection::commit);
    assertState("25000", connection::rollback);
  }

  @Test
  void a_commit_closes_only_results_that_are_not_held() throws SQLException {
    connection.setAutoCommit(false);
    ResultSet held = connection.createStatement().executeQuery("SELECT");
    connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    ResultSet notHeld = connection.createStatement().executeQuery("SELECT");
    connection.commit();
    assertThat(held.isClosed()).isFalse();
    assertThat(notHeld.isClosed()).isTrue();
  }

  @Test
  void there_is_no_isolation_level() throws SQLException {
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    connection.setTransactionIsolation(Connection.TRANSACTION_NONE);
    assertState("0A000", () -> connection.setTransactionIsolation(2));
  }

  @Test
  void the_property_read_only_cannot_be_undone() throws SQLException {
    try (Connection readOnly = backend.connection(FakeBackend.settings(ZoneOffset.UTC, true))) {
      readOnly.clearWarnings();
      readOnly.setReadOnly(false);
      assertThat(readOnly.isReadOnly()).isTrue();
      assertThat(WarningTexts.of(readOnly.getWarnings()))
          .singleElement()
          .asString()
          .contains("readOnly");
    }
  }

  @ParameterizedTest
  @CsvSource({"airbyte,airbyte", "AIRBYTE,airbyte", "Driver,driver"})
  void a_schema_is_set_without_regard_to_case(String given, String kept) throws SQLException {
    connection.setSchema(given);
    assertThat(connection.getSchema()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "public", "airbyte "})
  void any_other_schema_is_refused(String schema) throws SQLException {
    assertState("22023", () -> connection.setSchema(schema));
    assertThat(connection.getSchema()).isEqualTo("airbyte");
  }

  @Test
  void valid_means_that_the_server_answered_within_the_time() throws SQLException {
    assertThat(connection.isValid(3)).isTrue();
    connection.setNetworkTimeout(Runnable::run, 700);
    assertThat(connection.isValid(3)).isTrue();
    assertThat(backend.pings).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(700));
  }

  @Test
  void a_connection_whose_server_is_gone_is_not_valid() throws SQLException {
    backend.answers = false;
    assertThat(connection.isValid(0)).isFalse();
  }

  @Test
  void a_closed_connection_is_not_valid_and_asks_nobody() throws SQLException {
    connection.close();
    assertThat(connection.isValid(0)).isFalse();
    assertThat(backend.pings).isEmpty();
    assertState("22023", () -> connection.isValid(-1));
  }

  @Test
  void close_closes_statements_and_results_once() throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT");
    connection.close();
    connection.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
    assertThat(backend.lastExecution().closings).isEqualTo(1);
    assertThat(backend.closings).isEqualTo(1);
  }

  @Test
  void abort_closes_the_backend_by_the_executor() throws SQLException {
    Statement statement = connection.createStatement();
    connection.abort(Runnable::run);
    connection.abort(Runnable::run);
    assertThat(connection.isClosed()).isTrue();
    assertThat(statement.isClosed()).isTrue();
    assertThat(backend.closings).isEqualTo(1);
  }

  @Test
  void only_the_application_name_is_client_info() throws SQLException {
    connection.clearWarnings();
    assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("tests");
    connection.setClientInfo("ApplicationName", "report");
    assertThat(connection.getClientInfo()).containsEntry("ApplicationName", "report").hasSize(1);
    assertThat(WarningTexts.of(connection.getWarnings())).isEmpty();
    connection.setClientInfo("Colour", "red");
    assertThat(WarningTexts.of(connection.getWarnings()))
        .singleElement()
        .asString()
        .contains("Colour");
    connection.close();
    assertThatThrownBy(() -> connection.setClientInfo("ApplicationName", "x"))
        .isInstanceOf(SQLClientInfoException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'DBeaver 24 - Größe\r\nX-Evil: 1', 'DBeaver 24 - Gr??e??X-Evil: 1'",
    "'\ud83d\ude80', ?"
  })
  void an_application_name_that_fits_no_header_is_sent_with_question_marks_and_a_warning(
      String name, String sent) throws SQLException {
    connection.clearWarnings();
    connection.setClientInfo("ApplicationName", name);
    assertThat(backend.applicationName).isEqualTo(sent);
    assertThat(connection.getClientInfo("ApplicationName")).isEqualTo(sent);
    assertThat(WarningTexts.of(connection.getWarnings())).singleElement().asString().contains(sent);
  }

  @Test
  void an_application_name_ends_at_its_limit() throws SQLException {
    connection.setClientInfo("ApplicationName", "x".repeat(10_000));
    try (ResultSet properties = connection.getMetaData().getClientInfoProperties()) {
      properties.next();
      assertThat(backend.applicationName).hasSize(properties.getInt("MAX_LEN"));
    }
  }

  @Test
  void client_info_that_is_not_named_is_cleared() throws SQLException {
    connection.setClientInfo("ApplicationName", "report");
    connection.setClientInfo(new Properties());
    assertThat(connection.getClientInfo()).isEmpty();
    assertThat(backend.applicationName).isNull();
  }

  @Test
  void a_sensitive_or_updatable_result_becomes_an_insensitive_read_only_one_with_a_warning()
      throws SQLException {
    connection.clearWarnings();
    Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
    assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
    assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    assertThat(WarningTexts.of(connection.getWarnings()))
        .singleElement()
        .asString()
        .contains("read-only and insensitive");
    assertState("22023", () -> connection.createStatement(1, 2));
  }

  @Test
  void the_text_form_shows_where_to_and_nothing_else() {
    assertThat(connection)
        .hasToString("WorkspacesConnection[jdbc:airbyte:https://api.example.test/api/v1]");
  }

  @Test
  void it_unwraps_to_what_it_is() throws SQLException {
    assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
    assertThat(connection.isWrapperFor(Statement.class)).isFalse();
    assertState("22023", () -> connection.unwrap(Statement.class));
  }
}
