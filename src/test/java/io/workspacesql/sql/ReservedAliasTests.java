package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedAliasTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT COUNT(*) AS COUNT FROM workspaces                      | "COUNT"
          SELECT COUNT(*) AS count FROM workspaces                      | "count"
          SELECT id as value, name As user FROM workspaces              | "value" "user"
          SELECT * FROM (SELECT 1 AS one) AS row                        | "one" "row"
          SELECT CAST(id AS VARCHAR) AS year FROM workspaces ORDER BY 1 | "year"
          """)
  void a_reserved_word_after_AS_is_an_alias(String sql, String aliases) throws SQLException {
    String quoted = sql;
    for (String alias : aliases.split(" ")) {
      quoted = quoted.replaceFirst("(?<=(?i: AS ))" + alias.replace("\"", "") + "\\b", alias);
    }
    assertThat(parsed(sql)).isEqualTo(parsed(quoted));
  }

  @Test
  void it_may_stand_on_another_line() throws SQLException {
    assertThat(parsed("SELECT id,\n\tname AS\r\n\tcount\nFROM workspaces"))
        .isEqualTo(parsed("SELECT id, name AS \"count\" FROM workspaces"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT id AS FROM workspaces", "SELECT id AS FROM WHERE", "SELECT AS FROM x"})
  void the_first_mistake_is_told(String sql) {
    String place = "column " + (sql.indexOf("FROM") + 1);
    assertThatThrownBy(() -> StatementParser.parse(sql, null))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(sql.startsWith("SELECT AS") ? "column 8" : place);
  }

  @Test
  void more_of_them_than_anybody_writes_are_refused() {
    String sql = "SELECT 1" + " AS one, 1".repeat(40) + " AS one";
    assertThatThrownBy(() -> StatementParser.parse(sql, null)).isInstanceOf(SQLException.class);
  }

  private static String parsed(String sql) throws SQLException {
    return StatementParser.parse(sql, null).orElseThrow().toString();
  }
}
