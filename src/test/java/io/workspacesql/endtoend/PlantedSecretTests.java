package io.workspacesql.endtoend;

import io.workspacesql.WorkspacesDataSource;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets go in by every door and come out by none, even when the server shouts them. */
@Tag("threat-11")
@Tag("threat-12")
@Tag("threat-23")
final class PlantedSecretTests {
  private static final String SECRET = "canary/secret+for client";
  private static final String GIVEN = "canary-given-token";
  private static final String ID = "00000000-0000-4000-8000-00000000000a";
  private static final String INFO = "GET /account/applications/scoped-token/info";
  private static final List<String> CALLS =
      List.of("TABLE(scoped_token('old'))", "TABLE(widget_token('old', 'https://a.example'))");
  private static final String WORKSPACE =
      "{\"id\":\"" + ID + "\",\"name\":\"old\",\"status\":\"active\"}";

  private final Overheard overheard = new Overheard();
  private EchoServer server;

  @BeforeEach
  void start() throws IOException {
    server = new EchoServer();
  }

  @AfterEach
  void nothing_was_heard() {
    overheard.threads();
    overheard.close();
    server.close();
    overheard.holdsNoSecret();
  }

  private static Properties login(String... more) {
    Properties properties = new Properties();
    properties.setProperty("user", "client-1");
    properties.setProperty("password", SECRET);
    properties.setProperty("maxRetries", "0");
    for (int i = 0; i < more.length; i += 2) {
      properties.setProperty(more[i], more[i + 1]);
    }
    return properties;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          400 ¦ {"message":"you said %s"}
          401 ¦ {"message":"you said %s"}
          403 ¦ {"error":"forbidden","detail":"%s"}
          404 ¦ {"message":"you said %s"}
          407 ¦ {"message":"you said %s"}
          422 ¦ {"detail":[{"loc":["body","%s"],"msg":"%s"}]}
          429 ¦ %s
          500 ¦ <html>%s</html>
          503 ¦ {"message":"you said %s"}
          302 ¦ {"message":"you said %s"}
          200 ¦ {"access_token":"
          200 ¦ {"%s":1}
          200 ¦ {"access_token":"canary\\nwith a line","expires_in":900}
          200 ¦ {"access_token":"canary-but-no-expiry","expires_in":"canary"}
          """)
  void a_token_endpoint_that_echoes(int status, String body) throws SQLException {
    server.with("POST /account/applications/token", status, body);
    Connection connection = overheard.connect(server.url(), login());
    if (connection != null) {
      overheard.look(connection);
      connection.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          200 ¦ {"data":[]} canary %s
          200 ¦ {"data":[{"id":7,"name":"%s"}]}
          200 ¦ {"data":[],"next":"https://example.com/?cursor=%s"}
          200 ¦ {"%s
          400 ¦ {"message":"you said %s"}
          401 ¦ {"message":"you said %s"}
          403 ¦ {"error":"forbidden","detail":"%s"}
          404 ¦ {"message":"you said %s"}
          422 ¦ {"detail":[{"loc":["body","%s"],"msg":"%s"}]}
          429 ¦ %s
          500 ¦ <html>%s</html>
          503 ¦ {"message":"you said %s"}
          302 ¦ {"message":"you said %s"}
          """)
  void an_api_that_echoes(int status, String body) throws SQLException {
    for (String endpoint :
        new String[] {
          "GET /workspaces",
          "GET /workspaces/stats",
          "GET /workspaces/" + ID,
          "PUT /workspaces/" + ID,
          "DELETE /workspaces/" + ID
        }) {
      server.with(endpoint, status, body);
    }
    try (Connection connection = overheard.connect(server.url(), login())) {
      overheard.run(connection, "SELECT * FROM workspaces");
      overheard.run(connection, "SELECT COUNT(*) FROM workspaces");
      overheard.run(connection, "SELECT * FROM workspaces WHERE id = '" + ID + "'");
      overheard.run(connection, "EXPLAIN PLAN FOR SELECT * FROM workspaces WHERE name = 'x'");
      overheard.run(connection, "UPDATE workspaces SET name = 'x' WHERE id = '" + ID + "'");
      overheard.run(connection, "DELETE FROM workspaces WHERE id = '" + ID + "'");
      overheard.look(connection);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 400, 401, 403, 409, 422, 429, 500})
  void a_scoped_token_that_is_minted(int status) throws SQLException {
    server.with("GET /workspaces", 200, "{\"data\":[]}");
    server.with("POST /account/applications/scoped-token", status, mintedBody());
    server.with("POST /embedded/scoped-token", status, mintedBody());
    try (Connection connection = overheard.connect(server.url(), login())) {
      overheard.run(connection, "INSERT INTO workspaces (name, status) VALUES ('n', 'inactive')");
      overheard.run(connection, "EXPLAIN PLAN FOR INSERT INTO workspaces (name) VALUES ('n')");
      overheard.look(connection);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 400, 401, 403, 404, 409, 422, 429, 500})
  void a_token_that_a_query_mints(int status) throws SQLException {
    try (Connection connection = mintingFrom(status)) {
      for (String call : CALLS) {
        overheard.run(connection, "SELECT workspace_id, workspace_name FROM " + call);
        overheard.run(connection, "EXPLAIN PLAN FOR SELECT * FROM " + call);
        overheard.misread(connection, "SELECT * FROM " + call);
      }
      overheard.look(connection);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CAST(token AS INTEGER) FROM %s",
        "SELECT CAST(token AS DATE) FROM %s",
        "SELECT CAST(token AS TIMESTAMP) FROM %s",
        "SELECT CAST(token AS TIME) FROM %s",
        "SELECT CAST(token AS UUID) FROM %s",
        "SELECT CAST(token AS BOOLEAN) FROM %s",
        "SELECT CAST(token AS DOUBLE) FROM %s",
        "SELECT SUM(CAST(token AS DECIMAL)) FROM %s",
        "SELECT 1 FROM %s WHERE token = 5",
        "SELECT 1 FROM %s WHERE token = TRUE",
        "SELECT 1 FROM %s WHERE token > DATE '2026-01-01'",
        "SELECT 1 FROM %s WHERE 'a' LIKE 'b' ESCAPE token",
        "SELECT 1 FROM %s WHERE 'a' LIKE token || 'c' ESCAPE 'c'",
        "SELECT TRIM(BOTH token FROM 'a') FROM %s",
        "SELECT 1 / CHAR_LENGTH(REPLACE(token, token, '')) FROM %s"
      })
  void a_token_that_a_query_cannot_compute_with(String sql) throws SQLException {
    try (Connection connection = mintingFrom(200)) {
      for (String call : CALLS) {
        overheard.misread(connection, sql.replace("%s", call));
      }
      overheard.look(connection);
    }
  }

  private Connection mintingFrom(int status) {
    server.with("GET /workspaces", 200, "{\"data\":[" + WORKSPACE + "]}");
    server.with("POST /account/applications/scoped-token", status, mintedBody());
    server.with("POST /account/applications/widget-token", status, widgetBody());
    server.with(INFO, 200, "{\"workspace_id\":\"" + ID + "\"}");
    return overheard.connect(server.url(), login("allowTokenFunctions", "true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          200 ¦ {"workspace_id":"00000000-0000-4000-8000-00000000000b","x":"%s"}
          200 ¦ {"workspace_id":"%s"}
          403 ¦ {"message":"you said %s"}
          404 ¦ {"message":"you said %s"}
          500 ¦ {"message":"you said %s"}
          """)
  void a_token_that_a_query_mints_for_nobody_knows_whom(int status, String info)
      throws SQLException {
    server.with("GET /workspaces", 200, "{\"data\":[" + WORKSPACE + "]}");
    server.with("POST /account/applications/scoped-token", 200, mintedBody());
    server.with("POST /account/applications/widget-token", 200, widgetBody());
    server.with(INFO, status, info);
    try (Connection connection =
        overheard.connect(server.url(), login("allowTokenFunctions", "true"))) {
      overheard.run(connection, "SELECT * FROM TABLE(scoped_token('old'))");
      overheard.run(connection, "SELECT * FROM TABLE(widget_token('old', 'https://a.example'))");
      overheard.look(connection);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary no base64!", "canary", "eyJ0b2tlbiI6ImNhbmFyeSJ9", ""})
  void a_widget_token_that_cannot_be_read(String token) throws SQLException {
    server.with("GET /workspaces", 200, "{\"data\":[" + WORKSPACE + "]}");
    server.with("POST /account/applications/widget-token", 200, "{\"token\":\"" + token + "\"}");
    try (Connection connection =
        overheard.connect(server.url(), login("allowTokenFunctions", "true"))) {
      overheard.run(connection, "SELECT * FROM TABLE(widget_token('old', 'https://a.example'))");
      overheard.look(connection);
    }
  }

  private static String widgetBody() {
    String content =
        "{\"token\":\""
            + EchoServer.SCOPED
            + "\",\"widgetUrl\":\"https://widget.example/?canary\"}";
    return "{\"token\":\""
        + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))
        + "\",\"message\":\"%s\"}";
  }

  private static String mintedBody() {
    return "{\"token\":\"" + EchoServer.SCOPED + "\",\"message\":\"%s\"}";
  }

  @Test
  void a_dry_run() throws SQLException {
    server.with("GET /workspaces/" + ID, 200, WORKSPACE);
    server.with("GET /workspaces", 200, "{\"data\":[]}");
    try (Connection connection = overheard.connect(server.url(), login("dryRun", "true"))) {
      overheard.run(connection, "UPDATE workspaces SET name = 'x' WHERE id = '" + ID + "'");
      overheard.run(connection, "INSERT INTO workspaces (name) VALUES ('x')");
      overheard.look(connection);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/api/v1",
    "https://no-such-host.invalid/api/v1",
    "http://example.com/api/v1",
    "ftp://127.0.0.1/",
    "//user:canary@127.0.0.1/",
    "demo?password=canary&pageSize=canary"
  })
  void a_connection_that_cannot_be_made(String address) {
    String url = "jdbc:airbyte:" + address;
    overheard.connect(url, login("connectTimeout", "1s"));
    overheard.connect(url, accessToken());
  }

  private static Properties accessToken() {
    Properties given = new Properties();
    given.setProperty("accessToken", GIVEN);
    given.setProperty("maxRetries", "0");
    return given;
  }

  @ParameterizedTest
  @CsvSource({
    "proxyHost, 127.0.0.1, proxyPort, 1, proxyUser, u, proxyPassword, canary-proxy",
    "trustStore, pom.xml, trustStorePassword, canary-trust, readTimeout, 1s, pageSize, 7",
    "accessToken, canary-second, readTimeout, 1s, pageSize, 7, prefetchPages, 0",
    "pageSize, canary, readTimeout, canary, applicationName, a, timeZone, canary"
  })
  void properties_that_fail(
      String n1, String v1, String n2, String v2, String n3, String v3, String n4, String v4) {
    overheard.connect(server.url(), login(n1, v1, n2, v2, n3, v3, n4, v4));
  }

  @Test
  void secrets_in_the_url() throws SQLException {
    String url =
        server.url()
            + "?user=client-1&password="
            + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)
            + "&proxyPassword=canary-proxy&trustStorePassword=canary-trust";
    server.with("GET /workspaces", 500, EchoServer.error());
    try (Connection connection = overheard.connect(url, new Properties())) {
      overheard.look(connection);
      overheard.run(connection, "SELECT * FROM workspaces");
    }
  }

  @Test
  void a_token_that_was_given() throws SQLException {
    server.with("GET /workspaces/stats", 200, "{\"total_count\":0}");
    Connection connection = overheard.connect(server.url(), accessToken());
    if (connection != null) {
      overheard.run(connection, "SELECT * FROM workspaces");
      overheard.look(connection);
      connection.close();
    }
  }

  @Test
  void a_scoped_token_that_was_given_and_is_said_back_everywhere() throws SQLException {
    server.with("GET /workspaces", 403, EchoServer.error());
    server.with("GET /workspaces/" + ID, 403, EchoServer.error());
    server.with("GET /integrations/connectors", 403, EchoServer.error());
    String info = "{\"workspace_id\":\"" + ID + "\",\"workspace_name\":\"%s\"}";
    server.with("GET /account/applications/scoped-token/info", 200, info);
    Connection connection = overheard.connect(server.url(), accessToken());
    overheard.run(connection, "SELECT id, status FROM workspaces");
    overheard.run(connection, "SELECT * FROM template_tags");
    overheard.run(connection, "EXPLAIN PLAN FOR SELECT * FROM workspace_stats");
    overheard.run(connection, "SELECT name FROM connectors");
    overheard.run(connection, "DELETE FROM workspaces WHERE TRUE");
    server.with("GET /account/applications/scoped-token/info", 401, EchoServer.error());
    overheard.run(connection, "SELECT * FROM scoped_token_info");
    overheard.look(connection);
    connection.close();
  }

  @Test
  void a_data_source() throws SQLException {
    WorkspacesDataSource source = new WorkspacesDataSource();
    source.setUrl(server.url());
    source.setUser("client-1");
    source.setPassword(SECRET);
    overheard.show(source);
    try (Connection connection = source.getConnection()) {
      overheard.look(connection);
    }
    overheard.show(source);
  }
}
