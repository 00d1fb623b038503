package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement costs, counted by the server. */
final class RequestCountTests {
  private static final int TENANTS = 1234;

  private static LiveOrganization organization;
  private static Connection connection;
  private static List<String> ids;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(TENANTS);
    connection = organization.connect();
    ids = LiveOrganization.rows(connection, "SELECT id FROM workspaces LIMIT 3");
  }

  @AfterAll
  static void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT * FROM workspaces WHERE id = '{0}'                                | 1  | 1
          SELECT name FROM workspaces WHERE id IN ('{0}', '{1}', '{2}', '{0}')     | 3  | 3
          SELECT * FROM workspaces WHERE id = '00000000-0000-4000-8000-000000000000' | 1 | 0
          SELECT * FROM workspaces WHERE id = 'Globex'                             | 0  | 0
          SELECT COUNT(*) FROM workspaces                                          | 1  | 1
          SELECT COUNT(*) FROM workspaces WHERE status = 'active'                  | 1  | 1
          SELECT status, COUNT(*) FROM workspaces GROUP BY status                  | 1  | 2
          SELECT * FROM workspaces LIMIT 250                                       | 3  | 250
          SELECT * FROM workspaces LIMIT 100                                       | 1  | 100
          SELECT * FROM workspaces LIMIT 101                                       | 2  | 101
          SELECT * FROM workspaces OFFSET 90 ROWS FETCH NEXT 20 ROWS ONLY          | 2  | 20
          SELECT * FROM workspaces                                                 | 13 | 1234
          SELECT UPPER(name) FROM workspaces ORDER BY name LIMIT 1                 | 13 | 1
          SELECT COUNT(DISTINCT name) FROM workspaces                              | 13 | 1
          SELECT a.id FROM workspaces a JOIN workspaces b ON a.name = b.name WHERE a.id < b.id | 13 | 1
          SELECT name FROM workspaces WHERE name = 'Twin Peaks'                    | 1  | 2
          SELECT * FROM workspaces WHERE 1 = 0                                     | 0  | 0
          SELECT * FROM workspaces WHERE name = 'x' AND 1 <> 1                     | 0  | 0
          SELECT * FROM workspaces WHERE id = NULL                                 | 0  | 0
          SELECT * FROM workspaces WHERE status = 'active' AND status = 'inactive' | 0  | 0
          SELECT * FROM workspaces LIMIT 0                                         | 0  | 0
          SELECT 1                                                                 | 0  | 1
          SELECT name FROM driver.properties WHERE name = 'pageSize'               | 0  | 1
          """)
  void a_query_sends_no_more_than_it_must(String template, int requests, int rows)
      throws SQLException {
    String sql = withIds(template);
    List<String> promised = promised(sql);
    long before = organization.requests();

    assertThat(LiveOrganization.rows(connection, sql)).hasSize(rows);

    assertThat(organization.requests() - before).isEqualTo(requests);
    assertThat(lastLedgerEntries(requests)).isSubsetOf(promised);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 150, 250})
  void max_rows_end_the_walk(int rows) throws SQLException {
    long before = organization.requests();
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(rows);
      try (ResultSet result = statement.executeQuery("SELECT * FROM workspaces")) {
        assertThat(LiveOrganization.texts(result)).hasSize(rows);
      }
    }
    assertThat(organization.requests() - before).isEqualTo((rows + 99) / 100);
  }

  @ParameterizedTest
  @CsvSource({
    "id = ?",
    "status = ?",
    "name = ?",
    "name LIKE ?",
    "LOWER(name) = ?",
    "cache_enabled = ?"
  })
  void a_null_parameter_gives_no_row_and_no_request(String condition) throws SQLException {
    long before = organization.requests();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM workspaces WHERE " + condition)) {
      statement.setNull(1, Types.NULL);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isFalse();
      }
    }
    assertThat(organization.requests()).isEqualTo(before);
  }

  @Test
  void preparing_and_describing_sends_nothing() throws SQLException {
    long before = organization.requests();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM workspaces WHERE name LIKE ? LIMIT ?")) {
      assertThat(statement.getMetaData().getColumnCount()).isEqualTo(10);
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
    }
    assertThat(organization.requests()).isEqualTo(before);
  }

  @Test
  void metadata_sends_nothing() throws SQLException {
    long before = organization.requests();
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", null);
        ResultSet columns = connection.getMetaData().getColumns(null, "airbyte", "%", "%");
        ResultSet keys = connection.getMetaData().getPrimaryKeys(null, "airbyte", "workspaces");
        ResultSet types = connection.getMetaData().getTypeInfo()) {
      assertThat(LiveOrganization.texts(tables)).isNotEmpty();
      assertThat(LiveOrganization.texts(columns)).isNotEmpty();
      assertThat(LiveOrganization.texts(keys)).hasSize(1);
      assertThat(LiveOrganization.texts(types)).isNotEmpty();
    }
    assertThat(organization.requests()).isEqualTo(before);
  }

  @Test
  void explain_sends_nothing() throws SQLException {
    long before = organization.requests();
    assertThat(LiveOrganization.rows(connection, "EXPLAIN PLAN FOR SELECT * FROM workspaces"))
        .isNotEmpty();
    assertThat(organization.requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT * FROM workspaces WHERE id = '{0}'               | 1
          SELECT * FROM workspaces WHERE id IN ('{0}', '{1}')     | 2
          SELECT COUNT(*) FROM workspaces                         | 1
          SELECT * FROM workspaces LIMIT 250                      | 3
          SELECT * FROM workspaces                                | ⌈rows/100⌉
          SELECT * FROM workspaces WHERE 1 = 0                    | 0
          """)
  void explain_bounds_the_requests(String template, String bound) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("EXPLAIN PLAN FOR " + withIds(template))) {
      assertThat(lines.next()).isTrue();
      assertThat(lines.getString("at_most")).isEqualTo(bound);
    }
  }

  private static String withIds(String template) {
    String sql = template;
    for (int i = 0; i < ids.size(); i++) {
      sql = sql.replace("{" + i + "}", ids.get(i));
    }
    return sql;
  }

  private static List<String> promised(String sql) throws SQLException {
    return LiveOrganization.rows(
        connection, "EXPLAIN PLAN FOR " + sql, "http_method", "path", "query_text");
  }

  /** What the last requests were, without the place where a page begins. */
  private static List<String> lastLedgerEntries(int count) throws SQLException {
    String sql =
        "SELECT * FROM (SELECT * FROM driver.requests ORDER BY request_no DESC LIMIT %d) AS r"
            .formatted(count);
    List<String> entries = new ArrayList<>();
    for (String entry :
        LiveOrganization.rows(connection, sql, "http_method", "path_template", "query_text")) {
      entries.add(entry.replace("&cursor=…", ""));
    }
    return entries;
  }
}
