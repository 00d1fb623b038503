package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.RowCursor;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another thread closes or cancels at the worst moment, which these tests choose. */
class EndedFromOutsideTests {
  private final FakeBackend backend = new FakeBackend();

  @BeforeEach
  void plan() {
    backend.plan("SELECT", FakePlan.query(JDBCType.VARCHAR).row("x"));
    backend.plan("UPDATE", FakeWrite.update("a"));
  }

  @Test
  void a_statement_closed_while_its_execution_begins_gives_no_result() throws SQLException {
    try (Connection connection = backend.connection();
        Statement statement = connection.createStatement()) {
      backend.duringBegin = () -> quietly(statement::close);

      assertThatThrownBy(() -> statement.executeQuery("SELECT"))
          .extracting("SQLState")
          .isEqualTo(Failure.CLOSED.sqlState());
      assertThat(backend.lastExecution().closings).isPositive();
    }
  }

  @Test
  void a_statement_closed_while_its_write_begins_writes_nothing() throws SQLException {
    try (Connection connection = backend.connection();
        Statement statement = connection.createStatement()) {
      backend.duringBegin = () -> quietly(statement::close);

      assertThatThrownBy(() -> statement.executeUpdate("UPDATE"))
          .extracting("SQLState")
          .isEqualTo(Failure.CLOSED.sqlState());
      assertThat(backend.written).isEmpty();
    }
  }

  @Test
  void a_cancel_between_planning_and_execution_is_not_lost() throws SQLException {
    try (Connection connection = backend.connection();
        Statement statement = connection.createStatement()) {
      backend.duringBegin = () -> quietly(statement::cancel);

      statement.executeQuery("SELECT");

      assertThat(backend.lastExecution().cancelled).isTrue();
    }
  }

  @Test
  void a_cancel_before_a_prepared_execution_does_not_end_it() throws SQLException {
    try (Connection connection = backend.connection();
        PreparedStatement statement = connection.prepareStatement("SELECT")) {
      statement.cancel();
      assertThat(statement.executeQuery().next()).isTrue();
      statement.cancel();
      assertThat(statement.executeQuery().next()).isTrue();
    }
  }

  @Test
  void a_cancel_after_a_batch_was_filled_does_not_end_it() throws SQLException {
    try (Connection connection = backend.connection();
        Statement statement = connection.createStatement()) {
      statement.addBatch("UPDATE");
      statement.cancel();
      assertThat(statement.executeBatch()).containsExactly(1);
    }
  }

  @Test
  void rows_that_are_closed_meanwhile_do_not_seem_to_be_at_their_end() {
    assertThatThrownBy(() -> closedMeanwhile(() -> false).next())
        .extracting("SQLState")
        .isEqualTo(Failure.CLOSED.sqlState());
  }

  @Test
  void rows_that_break_because_they_are_closed_meanwhile_say_that_they_are_closed() {
    IllegalStateException broken = new IllegalStateException("closed under its hands");
    RowWindow rows =
        closedMeanwhile(
            () -> {
              throw broken;
            });

    assertThatThrownBy(rows::next)
        .hasRootCause(broken)
        .extracting("SQLState")
        .isEqualTo(Failure.CLOSED.sqlState());
  }

  /** Rows that are closed while the next one is asked for, which then ends so. */
  private static RowWindow closedMeanwhile(Callable<Boolean> end) {
    ClosedMeanwhile cursor = new ClosedMeanwhile(end);
    cursor.window = new RowWindow(cursor, 0);
    return cursor.window;
  }

  private static void quietly(Guard.Action action) {
    try {
      action.run();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static final class ClosedMeanwhile implements RowCursor {
    private final Callable<Boolean> end;
    @Nullable RowWindow window;

    ClosedMeanwhile(Callable<Boolean> end) {
      this.end = end;
    }

    @Override
    public boolean next() throws SQLException {
      window.close();
      try {
        return end.call();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public @Nullable Object[] row() {
      return new @Nullable Object[0];
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
