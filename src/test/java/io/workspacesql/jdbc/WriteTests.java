package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.WriteOutcome.State;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which writes are sent, which are refused, and what they count. */
class WriteTests {
  private static final String DBEAVER_EDIT =
      "UPDATE airbyte.workspaces\n\tSET status=?\n\tWHERE id=?";

  private final FakeBackend backend = new FakeBackend();
  private final FakeWrite three = FakeWrite.update("a", "b", "c");
  private final FakeWrite everything = FakeWrite.delete("a", "b").withoutWhere();
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("UPDATE", three);
    backend.plan("DELETE", everything);
    backend.plan("SELECT", FakePlan.query(JDBCType.VARCHAR));
    connection = backend.connection();
    statement = connection.createStatement();
  }

  private Statement under(ConnectionSettings.Writes writes) throws SQLException {
    return backend
        .connection(FakeBackend.settings(ZoneOffset.UTC, false, writes))
        .createStatement();
  }

  /** A way to run the text UPDATE. */
  interface Way {
    void run(Connection connection) throws SQLException;
  }

  static List<Way> ways() {
    return List.of(
        connection -> connection.createStatement().execute("UPDATE"),
        connection -> connection.createStatement().executeUpdate("UPDATE"),
        connection -> connection.createStatement().executeLargeUpdate("UPDATE"),
        connection -> connection.prepareStatement("UPDATE").execute(),
        connection -> connection.prepareStatement("UPDATE").executeUpdate(),
        WriteTests::batch,
        WriteTests::preparedBatch);
  }

  private static void batch(Connection connection) throws SQLException {
    try (Statement batch = connection.createStatement()) {
      batch.addBatch("UPDATE");
      batch.executeBatch();
    }
  }

  private static void preparedBatch(Connection connection) throws SQLException {
    try (PreparedStatement batch = connection.prepareStatement("UPDATE")) {
      batch.addBatch();
      batch.executeLargeBatch();
    }
  }

  private void assertRefused(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo(state);
    assertThat(backend.written).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void every_way_to_run_a_write_sends_it_once_and_ends_the_execution(Way way) throws SQLException {
    way.run(connection);
    assertThat(backend.written).containsExactly(three.frozen);
    assertThat(backend.lastExecution().closings).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_connection_set_to_read_only_neither_reads_nor_writes(Way way) throws SQLException {
    connection.setReadOnly(true);
    assertRefused("25006", () -> way.run(connection));
    assertThat(three.freezes).isEmpty();
    assertThat(connection.getMetaData().isReadOnly()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void the_property_read_only_refuses_every_write(Way way) throws SQLException {
    try (Connection readOnly = backend.connection(FakeBackend.settings(ZoneOffset.UTC, true))) {
      readOnly.setReadOnly(false);
      assertRefused("25006", () -> way.run(readOnly));
    }
    assertThat(three.freezes).isEmpty();
  }

  @Test
  void a_write_without_where_is_refused_with_the_way_to_mean_it() {
    assertRefused("21000", () -> statement.execute("DELETE"));
    assertThatThrownBy(() -> statement.execute("DELETE"))
        .hasMessageContaining("WHERE TRUE")
        .hasMessageContaining("safeUpdates");
    assertThat(backend.executions).isEmpty();
  }

  @Test
  void a_guarded_statement_anywhere_in_a_batch_stops_it_before_the_first_one() throws SQLException {
    statement.addBatch("UPDATE");
    statement.addBatch("DELETE");
    assertRefused("21000", statement::executeBatch);
    assertThat(backend.executions).isEmpty();
  }

  @Test
  void without_safe_updates_a_write_needs_no_where() throws SQLException {
    Statement unsafe = under(new ConnectionSettings.Writes(false, 1000, false, 4));
    assertThat(unsafe.executeUpdate("DELETE")).isEqualTo(2);
  }

  @Test
  void more_rows_than_allowed_are_refused_with_their_number_and_the_property() throws SQLException {
    Statement limited = under(new ConnectionSettings.Writes(true, 2, false, 4));
    assertRefused("53400", () -> limited.executeUpdate("UPDATE"));
    assertThatThrownBy(() -> limited.executeUpdate("UPDATE"))
        .hasMessageContaining("3 rows")
        .hasMessageContaining("maxAffectedRows=2");
  }

  @Test
  void as_many_rows_as_allowed_are_written_and_zero_is_no_limit() throws SQLException {
    assertThat(under(new ConnectionSettings.Writes(true, 3, false, 4)).executeUpdate("UPDATE"))
        .isEqualTo(3);
    assertThat(under(new ConnectionSettings.Writes(true, 0, false, 4)).executeUpdate("UPDATE"))
        .isEqualTo(3);
  }

  @Test
  void a_dry_run_sends_no_write_and_returns_what_it_would_count() throws SQLException {
    Statement dry = under(new ConnectionSettings.Writes(true, 1000, true, 4));
    assertThat(dry.executeUpdate("UPDATE")).isEqualTo(3);
    assertThat(backend.written).isEmpty();
    assertThat(three.freezes).hasSize(1);
    assertThat(WarningTexts.of(dry.getWarnings()))
        .singleElement()
        .asString()
        .contains("Dry run", "3 tenants will be inactive");
  }

  @Test
  void a_query_method_never_performs_a_write() throws SQLException {
    assertRefused("02000", () -> statement.executeQuery("UPDATE"));
    try (PreparedStatement prepared = connection.prepareStatement("UPDATE")) {
      assertRefused("02000", prepared::executeQuery);
      assertThat(prepared.getMetaData()).isNull();
    }
    assertThat(three.freezes).isEmpty();
  }

  @Test
  void a_missing_parameter_is_refused_before_anything_is_read() throws SQLException {
    FakeWrite asking = backend.plan(DBEAVER_EDIT, FakeWrite.update("a"));
    asking.asking(JDBCType.VARCHAR, JDBCType.VARCHAR);
    try (PreparedStatement prepared = connection.prepareStatement(DBEAVER_EDIT)) {
      prepared.setString(1, "inactive");
      assertRefused("07001", prepared::execute);
      assertRefused("07001", prepared::addBatch);
      assertRefused("07009", () -> prepared.setString(3, "x"));
    }
    assertThat(asking.freezes).isEmpty();
  }

  @Test
  void an_edit_in_a_grid_executes_and_then_asks_for_the_large_count() throws SQLException {
    FakeWrite asking = backend.plan(DBEAVER_EDIT, FakeWrite.update("a"));
    asking.asking(JDBCType.VARCHAR, JDBCType.VARCHAR);
    try (PreparedStatement prepared = connection.prepareStatement(DBEAVER_EDIT)) {
      prepared.setString(1, "inactive");
      prepared.setObject(2, "a");
      assertThat(prepared.execute()).isFalse();
      assertThat(prepared.getLargeUpdateCount()).isEqualTo(1);
    }
    assertThat(asking.freezes.get(0).parameters()).containsExactly("inactive", "a");
  }

  @Test
  void a_count_is_offered_until_the_next_result_is_asked_for() throws SQLException {
    assertThat(statement.execute("UPDATE")).isFalse();
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getUpdateCount()).isEqualTo(3);
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
  }

  @Test
  void a_query_after_a_write_has_no_count() throws SQLException {
    statement.execute("UPDATE");
    statement.execute("SELECT");
    assertThat(statement.getLargeUpdateCount()).isEqualTo(-1);
  }

  @Test
  void a_row_that_does_not_exist_counts_as_none() throws SQLException {
    backend.ends("b", State.NO_ROW, 404, null);
    assertThat(statement.executeUpdate("UPDATE")).isEqualTo(2);
  }

  @Test
  void what_freezing_refuses_comes_out_as_it_is_and_nothing_is_written() {
    three.onFreeze = Failure.NOT_NULL.because("name must not be NULL");
    assertThatThrownBy(() -> statement.executeUpdate("UPDATE")).isSameAs(three.onFreeze);
    assertThat(backend.written).isEmpty();
    assertThat(backend.lastExecution().closings).isEqualTo(1);
  }

  @Test
  void a_server_that_cannot_be_reached_before_the_first_write_is_a_lost_connection() {
    backend.onWrite = Failure.CANNOT_CONNECT.because("api.example.test", "refused");
    assertThatThrownBy(() -> statement.executeUpdate("UPDATE")).isSameAs(backend.onWrite);
  }

  @Test
  void a_rename_warns_of_tokens_for_the_old_name() throws SQLException {
    backend.plan("RENAME", FakeWrite.rename("a", "Acme", "Acme Labs"));
    statement.executeUpdate("RENAME");
    assertThat(WarningTexts.of(statement.getWarnings()))
        .singleElement()
        .asString()
        .contains("'Acme' → 'Acme Labs'", "new, empty workspace");
  }

  @Test
  void a_name_set_to_itself_is_no_rename() throws SQLException {
    backend.plan("RENAME", FakeWrite.rename("a", "Acme", "Acme"));
    statement.executeUpdate("RENAME");
    assertThat(WarningTexts.of(statement.getWarnings())).isEmpty();
  }
}
