package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Joins on keys whose rows go straight to the reader ask for the keys as the rows are wanted. The
 * same join with a sort above asks for all at once: it tells what is right, and what it may cost.
 */
final class JoinPartsTests {
  private static final int KEYS = 40;

  private LiveOrganization organization;
  private List<String> ids;

  @BeforeEach
  void start() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(5_000);
    try (Connection connection = organization.connect()) {
      ids = LiveOrganization.rows(connection, "SELECT id FROM workspaces LIMIT " + KEYS);
    }
  }

  @AfterEach
  void end() throws IOException {
    organization.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT v.n, v.id, w.name FROM %s JOIN workspaces w ON w.id = v.id",
        "SELECT v.n, v.id, w.name FROM %s LEFT JOIN workspaces w ON w.id = v.id",
        "SELECT v.n, v.id, w.name FROM workspaces w RIGHT JOIN %s ON w.id = v.id",
        "SELECT v.n, v.id, w.name FROM %s JOIN workspaces w ON w.id = v.id AND w.cache_enabled",
        "SELECT v.n, v.id, w.name FROM %s LEFT JOIN workspaces w ON w.id = v.id AND v.n > 30",
        "SELECT v.n, v.id, 1 FROM %s WHERE v.id IN (SELECT id FROM workspaces)",
        "SELECT v.n, v.id, 1 FROM %s WHERE EXISTS (SELECT 1 FROM workspaces w WHERE w.id = v.id)",
        "SELECT v.n, v.id, 1 FROM %s"
            + " WHERE NOT EXISTS (SELECT 1 FROM workspaces w WHERE w.id = v.id)",
        "SELECT v.n, v.id, g.c FROM %s"
            + " JOIN (SELECT id, COUNT(*) AS c FROM workspaces GROUP BY id) AS g ON g.id = v.id",
        "SELECT v.n, v.id, c.name FROM %s JOIN connectors c ON c.workspace_id = v.id",
        "SELECT v.n, v.id, c.name FROM %s LEFT JOIN connectors c ON c.workspace_id = v.id",
        "SELECT v.n, v.id, UPPER(w.name) FROM %s JOIN workspaces w ON w.id = v.id"
            + " UNION ALL SELECT 1, 'x', 'y'",
        "SELECT v.n, v.id, b.name FROM %s JOIN workspaces a ON a.id = v.id"
            + " JOIN workspaces b ON b.id = a.id",
        "SELECT v.n, v.id, w.name FROM %s JOIN workspaces w ON w.id = v.id"
            + " UNION ALL (SELECT v.n, v.id, c.name FROM %s"
            + " JOIN connectors c ON c.workspace_id = v.id ORDER BY 1, 2, 3 LIMIT 100)",
        "SELECT v.n, v.id, w.name FROM %s JOIN workspaces w ON w.id = v.id"
            + " UNION ALL SELECT v.n, v.id, c.name FROM %s"
            + " JOIN connectors c ON c.workspace_id = v.id"
      })
  void rows_and_requests_are_those_of_a_join_in_one_go(String template) throws SQLException {
    String sql = template.replace("%s", values());
    long before = organization.requests();
    List<String> inParts = read(sql);
    long afterParts = organization.requests();
    List<String> atOnce = read("SELECT * FROM (" + sql + ") AS all_rows ORDER BY 1, 2, 3");

    assertThat(inParts).isNotEmpty().containsExactlyInAnyOrderElementsOf(atOnce);
    assertThat(afterParts - before).isEqualTo(organization.requests() - afterParts);
  }

  @ParameterizedTest
  @CsvSource({"LIMIT 1, 1", "LIMIT 3, 3", "LIMIT 10, 15", "OFFSET 2 ROWS FETCH NEXT 1 ROW ONLY, 3"})
  void a_limit_asks_for_the_keys_that_it_needs(String limit, int gets) throws SQLException {
    read(join() + " " + limit);
    assertThat(organization.requests("GET /workspaces/{workspace_id}")).isEqualTo(gets);
  }

  @Test
  void who_closes_early_has_asked_for_one_part() throws SQLException {
    try (Connection connection = organization.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(join())) {
      assertThat(rows.next()).isTrue();
    }
    assertThat(organization.requests("GET /workspaces/{workspace_id}")).isEqualTo(8);
  }

  @Test
  void where_the_list_is_shorter_it_is_read() throws SQLException, IOException {
    try (LiveOrganization small = LiveOrganization.ofSize(300);
        Connection connection = small.connect()) {
      assertThat(LiveOrganization.rows(connection, join())).hasSize(2 * KEYS);
      assertThat(small.requests("GET /workspaces/{workspace_id}")).isZero();
    }
  }

  @Test
  void a_plan_is_run_again_from_its_first_key() throws SQLException {
    try (Connection connection = organization.connect();
        PreparedStatement statement = connection.prepareStatement(join())) {
      for (int i = 0; i < 3; i++) {
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(LiveOrganization.texts(rows)).hasSize(2 * KEYS);
        }
      }
    }
    assertThat(organization.requests("GET /workspaces/{workspace_id}")).isEqualTo(3 * KEYS);
  }

  @Test
  void more_requests_than_allowed_are_refused_before_the_first_part() throws SQLException {
    try (Connection connection = organization.connect("maxRequestsPerStatement", "30")) {
      assertThat(stateOf(connection)).isEqualTo("53400");
    }
    assertThat(organization.requests("GET /workspaces/{workspace_id}")).isZero();
  }

  private String stateOf(Connection connection) {
    try {
      LiveOrganization.rows(connection, join());
      return "";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private String join() {
    return "SELECT v.n, v.id, w.name FROM %s JOIN workspaces w ON w.id = v.id".formatted(values());
  }

  /** Each id twice, the second time far from the first; an unknown one, a NULL and no UUID. */
  private String values() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 2 * KEYS; i++) {
      rows.add("('%s', %d)".formatted(ids.get(i % KEYS), i));
    }
    rows.add("('no UUID', 901)");
    rows.add("(NULL, 902)");
    return "(VALUES " + String.join(", ", rows) + ") AS v(id, n)";
  }

  private List<String> read(String sql) throws SQLException {
    try (Connection connection = organization.connect()) {
      return LiveOrganization.rows(connection, sql);
    }
  }
}
