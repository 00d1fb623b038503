package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workspacesql.error.Failure;
import io.workspacesql.error.RowOutcome;
import io.workspacesql.error.WriteFailedException;
import io.workspacesql.plan.WriteOutcome.State;
import java.sql.BatchUpdateException;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchTests {
  private static final int FAILED = Statement.EXECUTE_FAILED;

  private final FakeBackend backend = new FakeBackend();
  private final FakeWrite second = FakeWrite.delete("c");
  private WorkspacesConnection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("ONE", FakeWrite.update("a", "b"));
    backend.plan("TWO", second);
    backend.plan("THREE", FakeWrite.insert("Acme"));
    backend.plan("", FakePlan.empty());
    connection = backend.connection();
    statement = connection.createStatement();
  }

  private void add(String... texts) throws SQLException {
    for (String sql : texts) {
      statement.addBatch(sql);
    }
  }

  private BatchUpdateException failure() {
    return catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
  }

  @Test
  void statements_run_in_order_as_one_execution_and_count_their_rows() throws SQLException {
    add("ONE", "", "TWO", "THREE");
    assertThat(statement.executeBatch()).containsExactly(2, 0, 1, 1);
    assertThat(backend.written)
        .extracting(write -> write.verb().name())
        .containsExactly("UPDATE", "DELETE", "INSERT");
    assertThat(backend.executions).hasSize(1);
  }

  @Test
  void a_batch_is_empty_after_it_ran_and_after_it_was_cleared() throws SQLException {
    add("ONE");
    statement.executeBatch();
    add("TWO");
    statement.clearBatch();
    assertThat(statement.executeLargeBatch()).isEmpty();
  }

  @Test
  void a_batch_is_empty_after_it_failed() throws SQLException {
    backend.ends("c", State.FAILED, 403, "no");
    add("TWO");
    failure();
    assertThat(statement.executeBatch()).isEmpty();
  }

  @Test
  void it_stops_at_the_first_failure_and_says_which_statements_ran() throws SQLException {
    backend.fails("c", Failure.WRITE_FORBIDDEN);
    add("ONE", "TWO", "THREE");
    BatchUpdateException failure = failure();
    assertThat(failure.getUpdateCounts()).containsExactly(2, FAILED, FAILED);
    assertThat(failure.getLargeUpdateCounts()).containsExactly(2, FAILED, FAILED);
    assertThat(failure.getSQLState()).isEqualTo("42501");
    assertThat(backend.written).hasSize(2);
  }

  @Test
  void the_report_behind_it_has_the_rows_of_all_statements_that_ran() throws SQLException {
    backend.ends("c", State.FAILED, 403, "no");
    add("ONE", "TWO", "THREE");
    BatchUpdateException failure = failure();
    assertThat((Throwable) failure).hasMessageContaining("2 done, 1 failed");
    assertThat(WriteFailedException.in(failure).outcomes())
        .extracting(RowOutcome::workspaceId)
        .containsExactly("a", "b", "c");
  }

  @Test
  void a_connection_lost_after_a_write_invites_no_tool_to_run_the_batch_again()
      throws SQLException {
    second.onFreeze = Failure.CONNECTION_LOST.because("api.example.test", "cut");
    add("ONE", "TWO");
    BatchUpdateException failure = failure();
    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getUpdateCounts()).containsExactly(2, FAILED);
  }

  @Test
  void a_connection_lost_before_the_first_write_may_be_tried_again() throws SQLException {
    second.onFreeze = Failure.CONNECTION_LOST.because("api.example.test", "cut");
    add("TWO", "ONE");
    assertThat(failure().getSQLState()).isEqualTo("08006");
  }

  @Test
  void a_prepared_batch_keeps_the_values_of_each_entry() throws SQLException {
    FakeWrite asking = backend.plan("ASK", FakeWrite.update("a").asking(JDBCType.VARCHAR));
    try (PreparedStatement prepared = connection.prepareStatement("ASK")) {
      prepared.setString(1, "x");
      prepared.addBatch();
      prepared.setString(1, null);
      prepared.addBatch();
      assertThat(prepared.executeLargeBatch()).containsExactly(1, 1);
    }
    assertThat(asking.freezes.get(0).parameters()).containsExactly("x");
    assertThat(asking.freezes.get(1).parameters()).containsOnlyNulls();
  }

  @Test
  void keys_of_a_batch_are_those_of_all_its_inserts() throws SQLException {
    add("THREE", "ONE", "THREE");
    statement.executeBatch();
    assertThat(GeneratedKeysTests.ids(statement)).isEqualTo(List.of("id of Acme", "id of Acme"));
  }
}
