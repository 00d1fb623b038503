package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A scan that would take an hour ends when somebody wants it to. */
@Timeout(60)
final class StoppingTests {
  private static final String SCAN = "SELECT * FROM workspaces";
  private static final String SORTED = "SELECT name FROM workspaces ORDER BY name";

  private LiveOrganization organization;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException, SQLException {
    organization = LiveOrganization.slow(1_000_000, Duration.ofMillis(300));
    connection = organization.connect();
  }

  @AfterEach
  void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  @Test
  void another_thread_cancels_the_reading_of_rows() throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SCAN)) {
      assertThat(rows.next()).isTrue();

      CompletableFuture.runAsync(() -> cancel(statement)).get(10, TimeUnit.SECONDS);

      assertThatThrownBy(() -> drain(rows)).extracting(StoppingTests::state).isEqualTo("57014");
    }
    nothing_more_is_sent_and_the_connection_works();
  }

  @Test
  void another_thread_cancels_an_execution_that_has_no_row_yet() throws Exception {
    try (Statement statement = connection.createStatement()) {
      long before = organization.requests("GET /workspaces");
      CompletableFuture<Void> canceller =
          CompletableFuture.runAsync(
              () -> {
                waitForRequestsAbove(before);
                cancel(statement);
              });

      assertThatThrownBy(() -> drain(statement.executeQuery(SORTED)))
          .extracting(StoppingTests::state)
          .isEqualTo("57014");
      canceller.get(10, TimeUnit.SECONDS);
      nothing_more_is_sent_and_the_connection_works();
      assertThat(statement.executeQuery("SELECT * FROM workspaces LIMIT 1").next()).isTrue();
    }
  }

  @Test
  void a_timeout_ends_the_reading_of_rows() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);

      assertThatThrownBy(() -> drain(statement.executeQuery(SCAN)))
          .isInstanceOf(SQLTimeoutException.class)
          .extracting(StoppingTests::state)
          .isEqualTo("HYT00");
      statement.setQueryTimeout(0);
      assertThat(statement.executeQuery("SELECT * FROM workspaces LIMIT 1").next()).isTrue();
    }
    nothing_more_is_sent_and_the_connection_works();
  }

  @Test
  void closing_the_result_after_a_row_ends_the_walk() throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SCAN)) {
      assertThat(rows.next()).isTrue();
    }
    nothing_more_is_sent_and_the_connection_works();
  }

  private void nothing_more_is_sent_and_the_connection_works() throws Exception {
    assertThat(LiveOrganization.rows(connection, "SELECT name FROM workspaces LIMIT 1"))
        .containsExactly("default");
    long settled = organization.requests();
    TimeUnit.SECONDS.sleep(1);
    assertThat(organization.requests()).isEqualTo(settled);
  }

  private void waitForRequestsAbove(long count) {
    while (organization.requests("GET /workspaces") <= count) {
      Thread.onSpinWait();
    }
  }

  private static void drain(ResultSet rows) throws SQLException {
    while (rows.next()) {
      assertThat(rows.getString(1)).isNotNull();
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String state(Throwable failure) {
    return ((SQLException) failure).getSQLState();
  }
}
