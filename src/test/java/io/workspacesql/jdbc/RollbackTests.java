package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.plan.WriteOutcome.State;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollbackTests {
  private final FakeBackend backend = new FakeBackend();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("UPDATE", FakeWrite.update("a", "b"));
    backend.plan("DELETE", FakeWrite.delete("c"));
    connection = backend.connection();
    connection.setAutoCommit(false);
  }

  private void run(String sql) throws SQLException {
    connection.createStatement().executeUpdate(sql);
  }

  @Test
  void it_fails_once_and_names_the_writes_that_stand() throws SQLException {
    run("UPDATE");
    run("DELETE");
    assertThatThrownBy(() -> connection.rollback())
        .hasMessageContaining("UPDATE of a; b; DELETE of c")
        .extracting("SQLState")
        .isEqualTo("25000");
    assertThatCode(() -> connection.rollback()).doesNotThrowAnyException();
  }

  @Test
  void what_was_committed_is_not_held_against_it() throws SQLException {
    run("UPDATE");
    connection.commit();
    assertThatCode(() -> connection.rollback()).doesNotThrowAnyException();
  }

  @Test
  void auto_commit_commits_what_was_written() throws SQLException {
    run("UPDATE");
    connection.setAutoCommit(true);
    run("DELETE");
    connection.setAutoCommit(false);
    assertThatCode(() -> connection.rollback()).doesNotThrowAnyException();
  }

  @Test
  void many_writes_are_counted_and_not_all_named() throws SQLException {
    for (int i = 0; i < 25; i++) {
      run("DELETE");
    }
    assertThatThrownBy(() -> connection.rollback()).hasMessageContaining("15 more writes");
  }

  @Test
  void a_write_that_changed_nothing_leaves_nothing_to_undo() throws SQLException {
    backend.ends("c", State.NO_ROW, 404, null);
    run("DELETE");
    assertThatCode(() -> connection.rollback()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"UNKNOWN", "NOT_APPLIED"})
  void what_may_have_happened_stands(State state) {
    backend.ends("c", state, null, "why");
    assertThatThrownBy(() -> run("DELETE")).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> connection.rollback()).hasMessageContaining("DELETE of c");
  }

  @Test
  void closing_after_a_failed_rollback_works() throws SQLException {
    run("UPDATE");
    assertThatThrownBy(() -> connection.rollback()).isInstanceOf(SQLException.class);
    connection.close();
    assertThat(connection.isClosed()).isTrue();
  }
}
