package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the functions that mint tokens return, refuse and send, counted by the server. */
@Tag("threat-23")
final class TokenFunctionTests {
  private static final int SIZE = 120;
  private static final String SCOPED = "POST /account/applications/scoped-token";
  private static final String WIDGET = "POST /account/applications/widget-token";

  private LiveOrganization organization;
  private Connection connection;
  private String name;
  private String id;

  @BeforeEach
  void connect() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(SIZE);
    connection = organization.connect("allowTokenFunctions", "true");
    String[] first = rows("SELECT name, id FROM workspaces LIMIT 1").get(0).split("\\|");
    name = first[0];
    id = first[1];
  }

  @AfterEach
  void disconnect() throws IOException, SQLException {
    assertThat(rows("SELECT COUNT(*) FROM workspaces")).containsExactly("" + SIZE);
    connection.close();
    organization.close();
  }

  private List<String> rows(String sql) throws SQLException {
    return LiveOrganization.rows(connection, sql);
  }

  /** {@code $call} and {@code $name} in a statement stand for what the organization has. */
  private String sql(String template) {
    String quoted = "'" + name.replace("'", "''") + "'";
    return template
        .replace("$call", "TABLE(scoped_token(" + quoted + "))")
        .replace("$name", quoted);
  }

  private static String workspaceOf(String token) {
    byte[] claim = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
    ByteBuffer end = ByteBuffer.wrap(claim, claim.length - 16, 16);
    return new UUID(end.getLong(), end.getLong()).toString();
  }

  @Test
  void a_scoped_token_is_one_of_the_workspace_with_this_name() throws SQLException {
    String[] row = rows(sql("SELECT * FROM $call")).get(0).split("\\|");
    assertThat(row).hasSize(3);
    assertThat(List.of(row[0], row[1])).containsExactly(id, name);
    assertThat(workspaceOf(row[2])).isEqualTo(id);
    assertThat(organization.requests(SCOPED)).isEqualTo(1);
  }

  @Test
  void a_widget_token_is_the_answer_and_what_stands_in_it() throws SQLException {
    String template =
        "SELECT widget_token, token, widget_url, allowed_origin, workspace_id FROM"
            + " TABLE(widget_token($name, 'https://app.example.com:8443'))";
    String[] row = rows(sql(template)).get(0).split("\\|");
    assertThat(new String(Base64.getUrlDecoder().decode(row[0]), StandardCharsets.UTF_8))
        .contains("\"token\":\"" + row[1] + "\"", "\"widgetUrl\":\"" + row[2] + "\"");
    assertThat(workspaceOf(row[1])).isEqualTo(id);
    assertThat(row[2]).contains("workspaceId=" + id);
    assertThat(List.of(row[3], row[4])).containsExactly("https://app.example.com:8443", id);
    assertThat(organization.requests(WIDGET)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM TABLE(airbyte.scoped_token($name))",
        "SELECT * FROM TABLE(SCOPED_TOKEN(workspace_name => $name))",
        "SELECT * FROM TABLE(scoped_token($name, 'eu'))",
        "SELECT * FROM TABLE(scoped_token($name, region => 'US'))",
        "SELECT * FROM TABLE(scoped_token(region => DEFAULT, WORKSPACE_NAME => $name))",
        "SELECT t.token FROM TABLE(scoped_token($name)) AS t",
        "SELECT a FROM TABLE(scoped_token($name)) AS t (a, b, c)",
        "SELECT * FROM LATERAL TABLE(scoped_token($name))",
        "SELECT 1 FROM $call",
        "SELECT COUNT(*) FROM $call",
        "SELECT * FROM $call WHERE workspace_name = 'another'",
        "SELECT * FROM $call WHERE token LIKE '%x%' OR workspace_id > ' '",
        "SELECT * FROM $call ORDER BY token",
        "SELECT 'Bearer ' || UPPER(token), CHAR_LENGTH(token), SUBSTRING(token FROM 1 FOR 4) FROM $call",
        "SELECT w.created_at, DATE_TRUNC('day', w.created_at) FROM workspaces w JOIN $call t ON t.workspace_id = w.id",
        "SELECT DISTINCT token FROM $call",
        "SELECT COUNT(DISTINCT token), COUNT(DISTINCT workspace_id), MAX(workspace_name) FROM $call",
        "WITH t AS (SELECT * FROM $call) SELECT a.token, b.token FROM t a, t b",
        "WITH t AS (SELECT * FROM $call) SELECT a.token FROM t a JOIN t b ON a.token = b.token",
        "WITH t AS (SELECT * FROM $call) SELECT token FROM t UNION ALL SELECT token FROM t",
        "WITH t AS (SELECT * FROM $call) SELECT token FROM t WHERE workspace_id > '0' UNION SELECT"
            + " workspace_name FROM t LIMIT 9",
        "SELECT w.name, t.token FROM workspaces w JOIN $call t ON t.workspace_id = w.id",
        "SELECT w.name, t.token FROM workspaces w LEFT JOIN $call t ON t.workspace_name = w.name",
        "SELECT w.name, t.token FROM workspaces w JOIN $call t ON t.workspace_name < w.name",
        "SELECT * FROM workspaces WHERE name IN (SELECT workspace_name FROM $call)",
        "SELECT * FROM workspaces w WHERE EXISTS (SELECT 1 FROM $call t WHERE t.workspace_id = w.id)",
        "SELECT name, (SELECT token FROM $call) FROM workspaces",
        "SELECT name, (SELECT MAX(token) FROM $call t WHERE t.workspace_id >= w.id) FROM workspaces"
            + " w"
      })
  void a_call_mints_once(String template) throws SQLException {
    rows(sql(template));
    assertThat(organization.requests(SCOPED)).isEqualTo(1);
  }

  @Test
  void a_call_that_the_plan_reads_twice_has_one_token() throws SQLException {
    String template =
        "WITH t AS (SELECT * FROM $call) SELECT token FROM t UNION ALL SELECT token FROM t";
    List<String> tokens = rows(sql(template));
    assertThat(tokens).hasSize(2);
    assertThat(tokens.get(0)).isEqualTo(tokens.get(1));
  }

  @Test
  void two_calls_mint_two_tokens() throws SQLException {
    List<String> tokens = rows(sql("SELECT token FROM $call UNION ALL SELECT token FROM $call"));
    assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
    assertThat(organization.requests(SCOPED)).isEqualTo(2);
  }

  @Test
  void each_execution_mints_anew() throws SQLException {
    List<String> tokens = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT token FROM TABLE(scoped_token(?, region => ?))")) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
      assertThat(statement.getParameterMetaData().getParameterTypeName(1)).isEqualTo("VARCHAR");
      assertThat(statement.getMetaData().getColumnLabel(1)).isEqualTo("token");
      statement.setString(1, name);
      statement.setString(2, "eu");
      statement.setMaxRows(1);
      for (int i = 0; i < 3; i++) {
        try (ResultSet rows = statement.executeQuery()) {
          tokens.addAll(LiveOrganization.texts(rows));
        }
      }
    }
    assertThat(tokens).hasSize(3).doesNotHaveDuplicates();
    assertThat(organization.requests(SCOPED)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN PLAN FOR SELECT * FROM $call",
        "SELECT * FROM $call LIMIT 0",
        "SELECT * FROM $call WHERE 1 = 0",
        "SELECT * FROM (SELECT * FROM $call) AS t WHERE 1 = 0",
        "SELECT * FROM $call WHERE workspace_name = NULL",
        "SELECT w.name, t.token FROM workspaces w JOIN $call t ON 1 = 0"
      })
  void a_query_without_rows_mints_nothing(String template) throws SQLException {
    long before = organization.requests();
    rows(sql(template));
    assertThat(organization.requests()).isEqualTo(before);
  }

  @Test
  void preparing_and_describing_mint_nothing_and_a_limit_of_0_neither() throws SQLException {
    long before = organization.requests();
    try (PreparedStatement statement =
        connection.prepareStatement(sql("SELECT * FROM $call LIMIT ?"))) {
      ResultSetMetaData columns = statement.getMetaData();
      assertThat(IntStream.rangeClosed(1, 3).mapToObj(i -> typed(columns, i)))
          .containsExactly("workspace_id VARCHAR 0", "workspace_name VARCHAR 0", "token VARCHAR 0");
      statement.setInt(1, 0);
      assertThat(LiveOrganization.texts(statement.executeQuery())).isEmpty();
    }
    assertThat(organization.requests()).isEqualTo(before);
  }

  private static String typed(ResultSetMetaData columns, int column) {
    try {
      return columns.getColumnLabel(column)
          + " "
          + columns.getColumnTypeName(column)
          + " "
          + columns.isNullable(column);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT * FROM TABLE(scoped_token('No such tenant'))               | 42704 | There is no workspace 'No such tenant'
          SELECT * FROM TABLE(scoped_token(''))                             | 22023 | not empty
          SELECT * FROM TABLE(scoped_token(NULL))                           | 22004 | workspace_name of scoped_token is NULL
          SELECT * FROM TABLE(scoped_token($name, NULL))                    | 22004 | region of scoped_token is NULL
          SELECT * FROM TABLE(scoped_token($name, 'mars'))                  | 22023 | us, eu or the UUID
          SELECT * FROM TABLE(scoped_token())                               | 42883 | needs the argument workspace_name
          SELECT * FROM TABLE(scoped_token(DEFAULT))                        | 0A000 | takes a text or a parameter
          SELECT * FROM TABLE(scoped_token($name, 'us', 'x'))               | 42883 | takes 2 arguments at most
          SELECT * FROM TABLE(scoped_token($name, source_template_tags => 'x')) | 42883 | no argument source_template_tags in this connection's apiDialect
          SELECT * FROM TABLE(scoped_token($name, workspace_name => 'x'))   | 42883 | workspace_name twice
          SELECT * FROM TABLE(scoped_token(workspace_name => $name, 'us'))  | 42883 | only before names
          SELECT * FROM TABLE(scoped_token(DISTINCT $name))                 | 42601 | DISTINCT
          SELECT * FROM TABLE(scoped_token(UPPER('x')))                     | 0A000 | nothing that is computed
          SELECT * FROM TABLE(scoped_token(1))                              | 0A000 | takes a text or a parameter
          SELECT * FROM workspaces w, LATERAL TABLE(scoped_token(w.name))   | 0A000 | differs from row to row
          SELECT * FROM workspaces w, TABLE(scoped_token(w.name))           | 0A000 | differs from row to row
          SELECT (SELECT token FROM TABLE(scoped_token(w.name))) FROM workspaces w | 0A000 | differs from row to row
          SELECT scoped_token($name)                                        | 42883 | no function scoped_token
          SELECT * FROM TABLE(driver.scoped_token($name))                   | 0A000 | does not do
          SELECT * FROM TABLE(unnest_all($name))                            | 0A000 | does not do
          SELECT * FROM TABLE(widget_token($name))                          | 42883 | needs the argument allowed_origin
          SELECT * FROM TABLE(widget_token($name, 'app.example.com'))       | 22023 | an origin such as
          SELECT * FROM TABLE(widget_token($name, 'ftp://app.example.com')) | 22023 | an origin such as
          SELECT * FROM TABLE(widget_token($name, 'https://a.example/'))    | 22023 | an origin such as
          SELECT * FROM TABLE(widget_token($name, 'https://a.example/x?y')) | 22023 | an origin such as
          SELECT * FROM TABLE(widget_token($name, 'https://u@a.example'))   | 22023 | an origin such as
          SELECT * FROM TABLE(widget_token($name, 'https://*.example'))     | 22023 | an origin such as
          SELECT * FROM TABLE(widget_token($name, 'https://a.example:99999')) | 22023 | an origin such as
          SELECT * FROM TABLE(widget_token($name, 'https://a.example', source_template_tags => 'a,,b')) | 22023 | separated by commas
          SELECT * FROM TABLE(widget_token($name, 'https://a.example', source_template_tags_mode => 'any')) | 22023 | together with source_template_tags
          SELECT * FROM TABLE(widget_token($name, 'https://a.example', source_template_tags => 'a', source_template_tags_mode => 'some')) | 22023 | any or all
          SELECT CAST(token AS BOOLEAN) FROM $call                          | 0A000 | would be logged
          SELECT TRIM(BOTH token FROM 'a') FROM $call                       | 0A000 | would be logged
          SELECT * FROM $call WHERE token = TRUE                            | 0A000 | would be logged
          INSERT INTO workspaces (name) SELECT token FROM $call             | 0A000 | queries only
          UPDATE workspaces SET name = (SELECT token FROM $call) WHERE id = 'x' | 0A000 | queries only
          DELETE FROM workspaces WHERE name IN (SELECT token FROM $call)    | 0A000 | queries only
          EXPLAIN PLAN FOR DELETE FROM workspaces WHERE id IN (SELECT token FROM $call) | 0A000 | queries only
          """)
  void a_call_that_is_refused_mints_nothing(String template, String state, String words)
      throws SQLException {
    assertRefused(connection, sql(template), state, words);
    assertThat(organization.requests(SCOPED) + organization.requests(WIDGET)).isZero();
  }

  private static void assertRefused(Connection on, String sql, String state, String words)
      throws SQLException {
    try (Statement statement = on.createStatement()) {
      assertThatThrownBy(
              () -> {
                statement.execute(sql);
                LiveOrganization.texts(statement.getResultSet());
              })
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(words)
          .extracting("SQLState")
          .isEqualTo(state);
    }
  }

  @Test
  void a_parameter_that_is_null_mints_nothing() throws SQLException {
    long before = organization.requests();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM TABLE(scoped_token(?))")) {
      statement.setString(1, null);
      assertThatThrownBy(() -> LiveOrganization.texts(statement.executeQuery()))
          .extracting("SQLState")
          .isEqualTo("22004");
    }
    assertThat(organization.requests()).isEqualTo(before);
  }

  @Test
  void a_name_of_several_workspaces_is_refused_with_their_ids() throws SQLException {
    List<String> ids = rows("SELECT id FROM workspaces LIMIT 2");
    for (String each : ids) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE workspaces SET name = 'Twin' WHERE id = '" + each + "'");
      }
    }
    String words = "2 workspaces have the name 'Twin'";
    assertRefused(connection, "SELECT * FROM TABLE(scoped_token('Twin'))", "21000", words);
    assertRefused(connection, "SELECT * FROM TABLE(scoped_token('Twin'))", "21000", ids.get(1));
    assertThat(organization.requests(SCOPED)).isZero();
  }

  @Test
  void a_connection_without_permission_is_refused_also_after_another_had_the_plan()
      throws SQLException {
    String sql = sql("SELECT * FROM $call");
    rows(sql);
    try (Connection other = organization.connect()) {
      long before = organization.requests();
      assertRefused(other, sql, "42501", "allowTokenFunctions=true");
      assertRefused(other, "EXPLAIN PLAN FOR " + sql, "42501", "allowTokenFunctions=true");
      assertThatThrownBy(() -> other.prepareStatement(sql))
          .extracting("SQLState")
          .isEqualTo("42501");
      assertThat(organization.requests()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"readOnly, read-only", "dryRun, EXPLAIN PLAN FOR"})
  void a_connection_that_writes_nothing_mints_nothing(String property, String words)
      throws SQLException {
    try (Connection other = organization.connect("allowTokenFunctions", "true", property, "true")) {
      long before = organization.requests();
      assertRefused(other, sql("SELECT * FROM $call"), "25006", words);
      assertThat(LiveOrganization.rows(other, sql("SELECT * FROM $call WHERE 1 = 0"))).isEmpty();
      assertThat(LiveOrganization.rows(other, sql("EXPLAIN PLAN FOR SELECT * FROM $call"), "path"))
          .hasSize(3);
      assertThat(organization.requests()).isEqualTo(before);
    }
  }

  @Test
  void set_read_only_stops_a_statement_that_was_prepared_before() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql("SELECT * FROM $call"))) {
      connection.setReadOnly(true);
      assertThatThrownBy(statement::executeQuery).extracting("SQLState").isEqualTo("25006");
    }
    assertThat(organization.requests(SCOPED)).isZero();
  }

  @Test
  void a_token_counts_as_nothing_written() throws SQLException {
    connection.setAutoCommit(false);
    rows(sql("SELECT * FROM $call"));
    connection.rollback();
    assertThat(rows("SELECT * FROM driver.last_write")).isEmpty();
    connection.setAutoCommit(true);
  }

  @Test
  void a_statement_that_may_not_send_enough_mints_nothing() throws SQLException {
    try (Connection other =
        organization.connect("allowTokenFunctions", "true", "maxRequestsPerStatement", "2")) {
      assertRefused(other, sql("SELECT * FROM $call"), "53400", "maxRequestsPerStatement");
    }
    assertThat(organization.requests(SCOPED)).isZero();
  }

  @Test
  void metadata_lists_the_functions_where_they_are_allowed() throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    assertThat(LiveOrganization.texts(data.getFunctions(null, "air%", "%token"), "FUNCTION_NAME"))
        .containsExactly("scoped_token", "widget_token");
    assertThat(
            LiveOrganization.texts(
                data.getFunctionColumns(null, null, "scoped_token", "%"),
                "COLUMN_NAME",
                "COLUMN_TYPE",
                "ORDINAL_POSITION",
                "IS_NULLABLE"))
        .containsExactly(
            "workspace_name|" + DatabaseMetaData.functionColumnIn + "|1|NO",
            "region|" + DatabaseMetaData.functionColumnIn + "|2|YES",
            "workspace_id|" + DatabaseMetaData.functionColumnResult + "|1|NO",
            "workspace_name|" + DatabaseMetaData.functionColumnResult + "|2|NO",
            "token|" + DatabaseMetaData.functionColumnResult + "|3|NO");
    try (Connection other = organization.connect()) {
      assertThat(LiveOrganization.texts(other.getMetaData().getFunctions(null, null, "%")))
          .isEmpty();
      assertThat(
              LiveOrganization.texts(other.getMetaData().getFunctionColumns(null, null, "%", "%")))
          .isEmpty();
    }
  }

  @Test
  void functions_match_whatever_the_locale() throws SQLException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(
              rows(
                  sql(
                      "SELECT TOKEN FROM TABLE(WIDGET_TOKEN($name, ALLOWED_ORIGIN =>"
                          + " 'HTTPS://I.EXAMPLE'))")))
          .hasSize(1);
    } finally {
      Locale.setDefault(before);
    }
  }
}
