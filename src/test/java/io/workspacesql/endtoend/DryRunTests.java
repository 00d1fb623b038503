package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dry run and a refusal send, counted by the server. */
final class DryRunTests {
  private LiveOrganization organization;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(250);
    connection = organization.connect("dryRun", "true");
  }

  @AfterEach
  void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  private List<String> lastWrite() throws SQLException {
    return LiveOrganization.rows(
        connection, "SELECT http_method, path, body, changes, state FROM driver.last_write");
  }

  @Test
  void it_counts_and_shows_each_request_and_sends_none_of_them() throws SQLException {
    String id = LiveOrganization.rows(connection, "SELECT id FROM workspaces LIMIT 1").get(0);
    long before = organization.requests();
    String sql = "UPDATE airbyte.workspaces\n\tSET status=?\n\tWHERE id=?";
    try (PreparedStatement edit = connection.prepareStatement(sql)) {
      edit.setString(1, "inactive");
      edit.setString(2, id);
      assertThat(edit.execute()).isFalse();
      assertThat(edit.getLargeUpdateCount()).isEqualTo(1);
    }
    assertThat(organization.requests()).isEqualTo(before);
    assertThat(lastWrite())
        .containsExactly(
            "PUT|/workspaces/%s|{\"status\":\"inactive\"}|status: ? → inactive|not tried"
                .formatted(id));
  }

  @Test
  void it_reads_the_rows_that_a_predicate_means() throws SQLException {
    long matching =
        LiveOrganization.rows(connection, "SELECT id FROM workspaces WHERE name LIKE '%a%'").size();
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeLargeUpdate("DELETE FROM workspaces WHERE name LIKE '%a%'"))
          .isEqualTo(matching);
    }
    assertThat(lastWrite()).hasSize((int) matching).allMatch(row -> row.startsWith("DELETE|"));
    assertThat(LiveOrganization.rows(connection, "SELECT id FROM workspaces")).hasSize(250);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          DELETE FROM workspaces                               | 21000
          UPDATE workspaces SET status = 'inactive'            | 21000
          UPDATE workspaces SET status = 'paused' WHERE TRUE   | 22023
          UPDATE workspaces SET name = '' WHERE TRUE           | 22023
          UPDATE workspaces SET name = NULL WHERE TRUE         | 23502
          UPDATE workspaces SET id = 'x' WHERE TRUE            | 42808
          DELETE FROM driver.last_write WHERE TRUE             | 0A000
          """)
  void a_refused_write_sends_nothing_at_all(String sql, String state) throws SQLException {
    long before = organization.requests();
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(sql))
          .extracting("SQLState")
          .isEqualTo(state);
    }
    assertThat(organization.requests()).isEqualTo(before);
  }
}
