package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code connectors} costs at the socket, and what it shows while tenants come and go. */
final class ConnectorsTests {
  private static final String ENDPOINT = "GET /integrations/connectors";

  private static LiveOrganization organization;

  @BeforeAll
  static void start() throws IOException {
    organization = LiveOrganization.ofSize(200);
  }

  @AfterAll
  static void stop() throws IOException {
    organization.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 100})
  void a_join_with_k_workspaces_sends_k_requests_for_connectors(int k) throws SQLException {
    try (Connection connection = organization.connect()) {
      long before = organization.requests(ENDPOINT);
      rows(
          connection,
          "SELECT w.name, c.name AS connector FROM (SELECT * FROM workspaces LIMIT "
              + k
              + ") w LEFT JOIN connectors c ON c.workspace_id = w.id");
      assertThat(organization.requests(ENDPOINT) - before).isEqualTo(k);
    }
  }

  @Test
  void a_hundred_and_one_workspaces_are_refused_before_the_first() throws SQLException {
    try (Connection connection = organization.connect()) {
      long before = organization.requests(ENDPOINT);
      String sql =
          "SELECT c.name FROM (SELECT id FROM workspaces LIMIT 101) w"
              + " JOIN connectors c ON c.workspace_id = w.id";
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> rows(connection, sql))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("53400"))
          .withMessageContaining("more than 100")
          .withMessageContaining("allowFanOut");
      assertThat(organization.requests(ENDPOINT)).isEqualTo(before);
    }
  }

  @Test
  void permission_raises_the_number() throws SQLException {
    try (Connection connection = organization.connect("allowFanOut", "101")) {
      String sql =
          "SELECT COUNT(*) FROM (SELECT id FROM workspaces LIMIT 101) w"
              + " JOIN connectors c ON c.workspace_id = w.id";
      assertThat(rows(connection, sql)).hasSize(1);
    }
  }

  @Test
  void a_row_limit_ends_the_requests_early() throws SQLException {
    try (Connection connection = organization.connect("allowFanOut", "200");
        Statement statement = connection.createStatement()) {
      long before = organization.requests(ENDPOINT);
      statement.setMaxRows(3);
      assertThat(LiveOrganization.texts(statement.executeQuery("SELECT id FROM connectors")))
          .hasSize(3);
      assertThat(organization.requests(ENDPOINT) - before).isBetween(1L, 10L);
    }
  }

  @Test
  void a_prepared_statement_asks_for_the_workspace_of_each_execution() throws SQLException {
    try (Connection connection = organization.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT workspace_id FROM connectors WHERE workspace_id = ?")) {
      for (String id : rows(connection, "SELECT id FROM workspaces LIMIT 5")) {
        query.setString(1, id);
        try (ResultSet rows = query.executeQuery()) {
          assertThat(LiveOrganization.texts(rows)).allMatch(id::equals);
        }
      }
    }
  }

  @Test
  void a_deleted_workspace_has_no_connectors() throws Exception {
    try (LiveOrganization own = LiveOrganization.ofSize(20);
        Connection connection = own.connect("allowFanOut", "20");
        Statement statement = connection.createStatement()) {
      String id = rows(connection, "SELECT MIN(workspace_id) FROM connectors").get(0);
      statement.executeUpdate("DELETE FROM workspaces WHERE id = '" + id + "'");
      String sql = "SELECT name FROM connectors WHERE workspace_id = '" + id + "'";
      assertThat(rows(connection, sql)).isEmpty();
    }
  }

  @Test
  void a_renamed_workspace_is_found_by_its_new_name() throws Exception {
    try (LiveOrganization own = LiveOrganization.ofSize(3);
        Connection connection = own.connect();
        Statement statement = connection.createStatement()) {
      String count = "SELECT COUNT(*) FROM connectors WHERE workspace_name = '%s'";
      List<String> before = rows(connection, count.formatted("default"));
      statement.executeUpdate("UPDATE workspaces SET name = 'moved' WHERE name = 'default'");
      assertThat(rows(connection, count.formatted("moved"))).isEqualTo(before);
      assertThat(rows(connection, count.formatted("default"))).containsExactly("0");
    }
  }

  @Test
  void a_budget_is_kept_before_the_first_request() throws SQLException {
    try (Connection connection = organization.connect("maxRequestsPerStatement", "2")) {
      List<String> ids = rows(connection, "SELECT id FROM workspaces LIMIT 3");
      long before = organization.requests();
      String sql =
          "SELECT id FROM connectors WHERE workspace_id IN ('" + String.join("','", ids) + "')";
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> rows(connection, sql))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("53400"));
      assertThat(organization.requests()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"503 on %s first 2", "cut body of %s call 1", "429 on %s call 1"})
  void faults_that_pass_are_survived(String fault) throws SQLException {
    String faults = fault.formatted(ENDPOINT);
    String url = "jdbc:airbyte:demo:%s?faults=%s".formatted(fault.hashCode(), faults);
    try (Connection connection = DriverManager.getConnection(url)) {
      String sql = "SELECT name FROM connectors WHERE workspace_name = 'default'";
      assertThat(rows(connection, sql)).hasSize(4);
    }
  }

  @Test
  void the_ledger_names_the_workspace_that_was_asked_about() throws SQLException {
    try (Connection connection = organization.connect()) {
      rows(connection, "SELECT id FROM connectors WHERE workspace_name = 'default'");
      assertThat(
              rows(
                  connection,
                  "SELECT path_template, query_text FROM driver.requests WHERE statement_id > 0"))
          .containsExactly("/integrations/connectors|workspace_name=default");
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    return LiveOrganization.rows(connection, sql);
  }
}
