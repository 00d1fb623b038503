package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in one statement stays there. */
final class FailureTests {
  private LiveOrganization organization;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(150);
    connection = organization.connect();
  }

  @AfterEach
  void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELEC 1                                          | 42601
          SELECT * FROM                                    | 42601
          SELECT 'open                                     | 42601
          SELECT * FROM tenants                            | 42S02
          SELECT * FROM nowhere.workspaces                 | 42S02
          SELECT nope FROM workspaces                      | 42S22
          SELECT nope(name) FROM workspaces                | 42883
          SELECT 1 / 0                                     | 22012
          SELECT 1 / (CHAR_LENGTH(name) - CHAR_LENGTH(name)) FROM workspaces | 22012
          SELECT CAST(name AS INTEGER) FROM workspaces     | 22018
          SELECT CAST(name AS DATE) FROM workspaces        | 22007
          SELECT * FROM workspaces WHERE id = ?            | 07001
          SELECT * FROM workspaces WHERE name = 5          | 42804
          SELECT * FROM workspaces WHERE name LIKE 'a!' ESCAPE '!' | 22025
          CREATE TABLE t (x INTEGER)                       | 0A000
          """)
  void a_failing_statement_leaves_itself_and_the_connection_usable(String sql, String state)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> LiveOrganization.texts(statement.executeQuery(sql)))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(e.getSQLState()).as(e.toString()).isEqualTo(state));

      assertThat(LiveOrganization.texts(statement.executeQuery("SELECT COUNT(*) FROM workspaces")))
          .containsExactly("150");
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", ";", "-- only a comment", "/* only a comment */", "/* */ ; -- end\n"})
  void an_empty_statement_has_no_result(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute(sql)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1;",
        "SELECT 1 ; ",
        "SELECT 1; -- end",
        "/* ; */ SELECT 1 -- ;",
        "SELECT /* 'quoted' */ 1\r\n;\n"
      })
  void semicolons_and_comments_do_no_harm(String sql) throws SQLException {
    assertThat(LiveOrganization.rows(connection, sql)).containsExactly("1");
  }
}
