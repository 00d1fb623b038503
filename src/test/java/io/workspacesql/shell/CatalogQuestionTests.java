package io.workspacesql.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogQuestionTests {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String answer(String question) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:airbyte:demo:questions")) {
      new StatementRunner(connection, OutputFormat.TABLE, out, out).run(question);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void schemas_are_shown() throws SQLException {
    assertThat(answer("show schemas")).contains("airbyte", "driver", "(3 rows)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHOW TABLES", "show  tables in AIRBYTE", "SHOW TABLES FROM \"airbyte\""})
  void tables_are_shown(String question) throws SQLException {
    assertThat(answer(question)).contains("workspaces", "Workspaces (tenants)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE workspaces",
        "desc Airbyte.Workspaces",
        "show columns from \"airbyte\".\"workspaces\"",
        "describe\n\"WORKSPACES\" "
      })
  void a_table_is_described(String question) throws SQLException {
    assertThat(answer(question))
        .contains("cache_enabled", "BOOLEAN", "active or inactive", "(10 rows)");
  }

  @Test
  void a_table_of_the_driver_is_described_with_its_schema() throws SQLException {
    assertThat(answer("describe driver.requests")).contains("http_status", "INTEGER");
  }

  @Test
  void a_table_that_is_not_there_is_an_error() {
    assertThatThrownBy(() -> answer("describe customers_of_mars"))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo("42S02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT 1", "show tables and more", "describe", "describe a.b.c", "show 'tables'"})
  void anything_else_is_sql(String statement) {
    assertThat(CatalogQuestion.inSql(statement)).isNull();
  }
}
