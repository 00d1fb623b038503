package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever chooses a text, a server's message, a tenant's name or a statement, moves no cursor. */
@Tag("threat-13")
final class ControlCharacterTests {
  private static final String HOSTILE =
      "\u001b[31mred\u001b]0;title\u0007\r\n\u202eesrever\u2066\u200b\u2028\u0085\u009b2J\u0000";
  private static final String ID = "00000000-0000-4000-8000-00000000000a";
  private static final String JSON_TEXT =
      "\\u001b[31mred\\u001b]0;title\\u0007\\r\\n\\u202eesrever\\u2066\\u2028\\u009b2J\\u0000";
  private EchoServer server;
  private Connection connection;

  @BeforeEach
  void start() throws IOException, SQLException {
    server = new EchoServer();
    String workspace =
        "{\"id\":\"%s\",\"name\":\"%s\",\"status\":\"active\"}".formatted(ID, JSON_TEXT);
    server
        .with("GET /workspaces", 200, "{\"data\":[" + workspace + "]}")
        .with("GET /workspaces/" + ID, 200, workspace)
        .with("PUT /workspaces/" + ID, 422, "{\"message\":\"" + JSON_TEXT + "\"}")
        .with("DELETE /workspaces/" + ID, 403, HOSTILE)
        .with("GET /workspaces/stats", 503, "<html>" + HOSTILE + "</html>");
    Properties properties = new Properties();
    properties.setProperty("user", "client-1");
    properties.setProperty("password", "canary");
    properties.setProperty("maxRetries", "0");
    connection = DriverManager.getConnection(server.url(), properties);
  }

  @AfterEach
  void stop() throws SQLException {
    connection.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM workspaces",
        "SELECT CAST(name AS INTEGER) FROM workspaces",
        "SELECT CAST(name AS TIMESTAMP) FROM workspaces",
        "SELECT \"#\" FROM workspaces",
        "SELECT * FROM \"#\"",
        "SELECT \"#\"(name) FROM workspaces",
        "SELECT CAST(name AS \"#\") FROM workspaces",
        "SELECT * FROM workspaces #",
        "SELECT 1 LIKE '#",
        "SELECT 'a' LIKE 'a' ESCAPE '#'",
        "SELECT name LIKE name ESCAPE 'r' FROM workspaces",
        "SELECT TIMESTAMP '#'",
        "SELECT CAST('#' AS INTEGER)",
        "SELECT DATE_TRUNC('#', NOW())",
        "INSERT INTO workspaces (name) SELECT name FROM workspaces",
        "INSERT INTO workspaces (name) VALUES ('#'), ('#')",
        "UPDATE workspaces SET status = '#' WHERE TRUE",
        "UPDATE workspaces SET name = '#' WHERE id = '" + ID + "'",
        "UPDATE workspaces SET name = name || '1' WHERE TRUE",
        "UPDATE workspaces SET \"#\" = '1' WHERE TRUE",
        "DELETE FROM workspaces WHERE id = '" + ID + "'"
      })
  void a_failure_of_a_statement_is_fit_to_be_printed(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> run(statement, sql.replace("#", HOSTILE)));
      assertThat((Object) failure).isNotNull();
      for (Throwable each : failure) {
        assertPrintable(each.getMessage());
      }
    }
  }

  private static void run(Statement statement, String sql) throws SQLException {
    if (statement.execute(sql)) {
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"getInt", "getTimestamp", "label", "warning"})
  void so_is_one_of_a_result(String how) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM workspaces")) {
      rows.next();
      SQLException failure =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                switch (how) {
                  case "getInt" -> rows.getInt(1);
                  case "getTimestamp" -> rows.getTimestamp(1);
                  case "label" -> rows.getString(HOSTILE);
                  default -> connection.setSchema(HOSTILE);
                }
              });
      assertThat((Object) failure).isNotNull();
      assertPrintable(failure.getMessage());
    }
  }

  private static void assertPrintable(String message) {
    assertThat(message.codePoints())
        .as(message)
        .noneMatch(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      true;
                  default -> false;
                });
  }
}
