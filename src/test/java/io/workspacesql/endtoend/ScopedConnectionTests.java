package io.workspacesql.endtoend;

import static io.workspacesql.endtoend.LiveOrganization.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workspacesql.DemoTokens;
import io.workspacesql.WorkspacesDataSource;
import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.Dialect;
import io.workspacesql.demo.SetClock;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection with a scoped token, as the programs of one tenant have it. */
final class ScopedConnectionTests {
  private static final String INFO = "GET /account/applications/scoped-token/info";
  private static final String EMBEDDED_INFO = "GET /embedded/scoped-token/info";

  private final SetClock clock = new SetClock();
  private DemoOrganization organization;

  private void start(Dialect dialect) throws IOException {
    organization =
        DemoOrganization.start(
            DemoOptions.ofSize(20).withTokens(clock, Duration.ofHours(9)).withDialect(dialect));
  }

  private Connection connect(String token, String... namesAndValues) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("accessToken", token);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return DriverManager.getConnection(url(), properties);
  }

  private String url() {
    return "jdbc:airbyte:" + organization.base();
  }

  private String token() {
    return DemoTokens.scoped(organization, "default");
  }

  private long requests() {
    return organization.log().size();
  }

  @AfterEach
  void stop() throws IOException {
    organization.close();
  }

  @Test
  void connecting_takes_two_requests_and_an_application_token_one() throws Exception {
    start(Dialect.CURRENT);
    String scoped = token();
    String application = DemoTokens.application(organization);
    long before = requests();
    connect(scoped).close();
    assertThat(requests() - before).isEqualTo(2);
    before = requests();
    connect(application).close();
    assertThat(requests() - before).isEqualTo(1);
  }

  @Test
  void the_token_can_come_by_url_and_data_source() throws Exception {
    start(Dialect.CURRENT);
    String url = url() + "?accessToken=" + URLEncoder.encode(token(), StandardCharsets.UTF_8);
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(rows(connection, "SELECT name FROM workspaces")).containsExactly("default");
    }
    WorkspacesDataSource source = new WorkspacesDataSource();
    source.setUrl(url());
    source.setAccessToken(token());
    try (Connection connection = source.getConnection()) {
      assertThat(rows(connection, "SELECT name FROM workspaces")).containsExactly("default");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u212Aelvin & \uD83D\uDE80", "100% _x_", "İstanbul"})
  void any_name_is_compared_as_sql_compares_it(String name) throws Exception {
    start(Dialect.CURRENT);
    try (Connection connection = connect(DemoTokens.scoped(organization, name));
        PreparedStatement equal =
            connection.prepareStatement("SELECT name FROM workspaces WHERE name = ?")) {
      equal.setString(1, name);
      assertThat(LiveOrganization.texts(equal.executeQuery())).containsExactly(name);
      equal.setString(1, name + " ");
      assertThat(LiveOrganization.texts(equal.executeQuery())).isEmpty();
      equal.setString(1, null);
      assertThat(LiveOrganization.texts(equal.executeQuery())).isEmpty();
      assertThat(rows(connection, "SELECT UPPER(name) FROM workspaces")).hasSize(1);
    }
  }

  @Test
  void an_info_without_a_name_leaves_it_to_the_workspace() throws Exception {
    start(Dialect.builder().infoNamesTenant(false).ownWorkspaceShown(true).build());
    try (Connection connection = connect(token())) {
      assertThat(rows(connection, "SELECT name FROM workspaces")).containsExactly("default");
      assertThat(rows(connection, "SELECT DISTINCT workspace_name FROM connectors"))
          .containsExactly("default");
      assertThat(rows(connection, "SELECT name FROM connectors WHERE workspace_name = 'default'"))
          .isNotEmpty();
    }
  }

  @Test
  void a_name_that_nobody_tells_is_null_with_a_warning() throws Exception {
    start(Dialect.builder().infoNamesTenant(false).build());
    try (Connection connection = connect(token());
        Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT id, name FROM workspaces");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("name")).isNull();
      SQLWarning warning = statement.getWarnings();
      assertThat(warning.getMessage()).contains("not told name");
      assertThat(rows(connection, "SELECT DISTINCT workspace_name FROM connectors"))
          .containsExactly("null");
      assertThat(rows(connection, "SELECT name FROM connectors")).isNotEmpty();
    }
  }

  @Test
  void the_older_path_is_found_whatever_the_dialect_says() throws Exception {
    start(Dialect.CURRENT);
    String token = token();
    try (Connection connection = connect(token, "apiDialect", "embedded")) {
      rows(connection, "SELECT * FROM scoped_token_info");
      assertThat(rows(connection, "SELECT id FROM workspaces")).hasSize(1);
    }
    assertThat(organization.requests().get(EMBEDDED_INFO)).isEqualTo(2);
    assertThat(organization.requests().get(INFO)).isZero();
  }

  @Test
  void it_is_valid_as_long_as_the_token_lives() throws Exception {
    start(Dialect.CURRENT);
    try (Connection connection = connect(token())) {
      assertThat(connection.isValid(5)).isTrue();
      clock.move(Duration.ofMinutes(20));
      assertThat(connection.isValid(5)).isFalse();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> rows(connection, "SELECT name FROM connectors"))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28000"))
          .withMessageContaining("Invalid or expired token")
          .withMessageContaining("cannot refresh an accessToken");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> rows(connection, "SELECT status FROM workspaces"))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28000"));
    }
  }

  @Test
  void an_ended_token_connects_nowhere_and_says_why() throws Exception {
    start(Dialect.CURRENT);
    String token = token();
    clock.move(Duration.ofMinutes(20));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connect(token))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .withMessageContaining("a scoped token lives 20 minutes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM TABLE(scoped_token('default'))",
        "SELECT name FROM workspaces WHERE name IN (SELECT token FROM TABLE(scoped_token('default')))",
        "SELECT token FROM TABLE(widget_token('other', 'https://app.example.com'))"
      })
  void a_token_is_not_minted_where_tokens_are_allowed_either(String sql) throws Exception {
    start(Dialect.builder().ownWorkspaceShown(true).build());
    try (Connection connection = connect(token(), "allowTokenFunctions", "true")) {
      long before = requests();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> rows(connection, sql))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      assertThat(rows(connection, "EXPLAIN PLAN FOR " + sql).toString())
          .contains("refused: Minting a token")
          .doesNotContain("POST");
      assertThat(requests()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE workspaces SET name = 'x' WHERE TRUE",
        "UPDATE customers SET status = 'inactive'",
        "DELETE FROM workspaces WHERE id IN (SELECT workspace_id FROM scoped_token_info)",
        "INSERT INTO workspaces (name) VALUES ('x')",
        "INSERT INTO workspaces (name) SELECT name || '2' FROM workspaces"
      })
  void a_write_is_refused_before_any_request(String sql) throws Exception {
    start(Dialect.builder().ownWorkspaceShown(true).build());
    String token = token();
    assertRefused("42501", sql, connect(token));
    assertRefused("42501", sql, connect(token, "dryRun", "true"));
    assertRefused("25006", sql, connect(token, "readOnly", "true"));
    try (Connection connection = connect(token)) {
      long before = requests();
      assertThat(rows(connection, "EXPLAIN PLAN FOR " + sql, "explanation"))
          .singleElement()
          .asString()
          .startsWith("refused: A write is beyond the scoped token");
      assertThat(requests()).isEqualTo(before);
    }
  }

  private void assertRefused(String sqlState, String sql, Connection connection) throws Exception {
    long before = requests();
    try (connection;
        Statement statement = connection.createStatement()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.executeUpdate(sql))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
      statement.addBatch(sql);
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(statement::executeBatch)
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
    }
    assertThat(requests()).isEqualTo(before);
  }

  @Test
  void nothing_is_sent_when_one_side_of_a_join_is_beyond_it() throws Exception {
    start(Dialect.builder().ownWorkspaceShown(true).build());
    try (Connection connection = connect(token())) {
      long before = requests();
      for (String sql :
          List.of(
              "SELECT c.name FROM connectors c JOIN connector_definitions d ON d.id = c.definition_id",
              "SELECT w.status FROM workspaces w WHERE w.name IN (SELECT name FROM template_tags)",
              "SELECT status FROM workspaces UNION ALL SELECT name FROM source_templates")) {
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> rows(connection, sql))
            .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"))
            .withMessageContaining("which is for workspace 'default' (")
            .withMessageContaining("client id and secret");
      }
      assertThat(requests()).isEqualTo(before);
    }
  }

  @Test
  void what_the_driver_knows_itself_is_as_ever() throws Exception {
    start(Dialect.CURRENT);
    try (Connection connection = connect(token())) {
      long before = requests();
      DatabaseMetaData data = connection.getMetaData();
      try (ResultSet tables = data.getTables(null, "airbyte", "%", null);
          ResultSet columns = data.getColumns(null, null, "workspaces", "%")) {
        assertThat(LiveOrganization.texts(tables, "TABLE_NAME")).contains("workspace_stats");
        assertThat(LiveOrganization.texts(columns, "COLUMN_NAME")).hasSize(10);
      }
      assertThat(rows(connection, "SELECT http_status FROM driver.requests"))
          .containsExactly("403", "200");
      assertThat(
              rows(connection, "SELECT setting FROM driver.properties WHERE name = 'accessToken'"))
          .containsExactly("***");
      assertThat(requests()).isEqualTo(before);
    }
  }

  @Test
  void a_rename_is_seen_by_the_next_statement_that_reads_the_workspace() throws Exception {
    start(Dialect.builder().ownWorkspaceShown(true).build());
    try (Connection connection = connect(token())) {
      String id = rows(connection, "SELECT id FROM workspaces").get(0);
      DemoTokens.send(organization, "PUT", "/workspaces/" + id, "{\"name\":\"renamed\"}");
      assertThat(rows(connection, "SELECT name, status FROM workspaces"))
          .containsExactly("renamed|active");
      assertThat(rows(connection, "SELECT name FROM workspaces")).containsExactly("renamed");
    }
  }

  @Test
  void statements_in_parallel_all_see_the_one_row() throws Exception {
    start(Dialect.CURRENT);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connection connection = connect(token())) {
      List<Callable<List<String>>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String columns = i % 2 == 0 ? "name" : "name, status";
        work.add(() -> rows(connection, "SELECT " + columns + " FROM workspaces", "name"));
      }
      for (Future<List<String>> rows : threads.invokeAll(work)) {
        assertThat(rows.get()).containsExactly("default");
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
