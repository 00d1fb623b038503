package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the metadata says that statements can do, they can, and what it denies they cannot. */
final class MetadataClaimTests {
  private static Connection connection;
  private static DatabaseMetaData metadata;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:airbyte:demo:claims?workspaces=3");
    metadata = connection.getMetaData();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "supportsColumnAliasing             | SELECT id AS i FROM workspaces",
        "supportsTableCorrelationNames      | SELECT w.id FROM workspaces w",
        "supportsExpressionsInOrderBy       | SELECT id FROM workspaces ORDER BY CHAR_LENGTH(id)",
        "supportsOrderByUnrelated           | SELECT id FROM workspaces ORDER BY name",
        "supportsGroupBy                    | SELECT status FROM workspaces GROUP BY status",
        "supportsGroupByUnrelated           | SELECT COUNT(*) FROM workspaces GROUP BY color",
        "supportsGroupByBeyondSelect        | SELECT color FROM workspaces GROUP BY color, name",
        "supportsLikeEscapeClause           | SELECT 1 FROM workspaces WHERE name LIKE '!%' ESCAPE '!'",
        "supportsOuterJoins                 | SELECT 1 FROM workspaces a LEFT JOIN workspaces b ON a.id = b.name",
        "supportsFullOuterJoins             | SELECT 1 FROM workspaces a FULL JOIN workspaces b ON a.id = b.name",
        "supportsLimitedOuterJoins          | SELECT 1 FROM {oj workspaces a LEFT OUTER JOIN workspaces b ON a.id = b.id}",
        "supportsSubqueriesInComparisons    | SELECT 1 FROM workspaces WHERE name = (SELECT MIN(name) FROM workspaces)",
        "supportsSubqueriesInExists         | SELECT 1 FROM workspaces WHERE EXISTS (SELECT 1 FROM workspaces)",
        "supportsSubqueriesInIns            | SELECT 1 FROM workspaces WHERE id IN (SELECT id FROM workspaces)",
        "supportsSubqueriesInQuantifieds    | SELECT 1 FROM workspaces WHERE id >= ALL (SELECT id FROM workspaces)",
        "supportsCorrelatedSubqueries       | SELECT 1 FROM workspaces a WHERE EXISTS (SELECT 1 FROM workspaces b WHERE b.name = a.id)",
        "supportsUnion                      | SELECT id FROM workspaces UNION SELECT name FROM workspaces",
        "supportsUnionAll                   | SELECT id FROM workspaces UNION ALL SELECT name FROM workspaces",
        "supportsSchemasInDataManipulation  | SELECT id FROM airbyte.workspaces",
      })
  void what_is_said_to_be_supported_runs(String claim, String sql) throws Exception {
    assertThat(DatabaseMetaData.class.getMethod(claim).invoke(metadata)).isEqualTo(true);
    assertThatCode(() -> run(sql)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "supportsSelectForUpdate              | SELECT id FROM workspaces FOR UPDATE",
        "supportsCatalogsInDataManipulation   | SELECT id FROM main.airbyte.workspaces",
        "supportsPositionedDelete             | DELETE FROM workspaces WHERE CURRENT OF c",
        "supportsAlterTableWithAddColumn      | ALTER TABLE workspaces ADD COLUMN x VARCHAR",
        "supportsAlterTableWithDropColumn     | ALTER TABLE workspaces DROP COLUMN color",
        "supportsStoredProcedures             | {call run()}",
        "supportsNamedParameters              | SELECT id FROM workspaces WHERE id = :id",
      })
  void what_is_said_not_to_be_supported_is_refused(String claim, String sql) throws Exception {
    assertThat(DatabaseMetaData.class.getMethod(claim).invoke(metadata)).isEqualTo(false);
    assertThatThrownBy(() -> run(sql))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState().substring(0, 2))
        .isIn("0A", "42");
  }

  /** A tool that inserts leaves such a column out and asks for its value afterwards. */
  @Test
  void the_id_is_the_one_column_whose_values_the_server_makes() throws SQLException {
    String generated =
        "SELECT table_name || '.' || column_name FROM information_schema.columns"
            + " WHERE is_identity = 'YES'";
    assertThat(LiveOrganization.rows(connection, generated))
        .containsExactlyInAnyOrder("workspaces.id", "customers.id");
    try (ResultSet columns = metadata.getColumns(null, "airbyte", "workspaces", null);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM workspaces WHERE 1 = 0")) {
      for (int i = 1; columns.next(); i++) {
        boolean isId = columns.getString("COLUMN_NAME").equals("id");
        assertThat(columns.getString("IS_AUTOINCREMENT")).isEqualTo(isId ? "YES" : "NO");
        assertThat(columns.getString("IS_GENERATEDCOLUMN")).isEqualTo("NO");
        assertThat(rows.getMetaData().isAutoIncrement(i)).isEqualTo(isId);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO workspaces (name) VALUES ('made here')", Statement.RETURN_GENERATED_KEYS);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        assertThat(keys.next()).isTrue();
        assertThat(keys.getMetaData().isAutoIncrement(1)).isTrue();
        assertThat(keys.getString("id")).hasSize(36);
      }
    }
  }

  @Test
  void null_and_text_make_null() throws SQLException {
    assertThat(metadata.nullPlusNonNullIsNull()).isTrue();
    assertThat(LiveOrganization.rows(connection, "SELECT 'a' || CAST(NULL AS VARCHAR)"))
        .containsExactly("null");
  }

  @Test
  void nulls_are_sorted_high() throws SQLException {
    assertThat(metadata.nullsAreSortedHigh()).isTrue();
    String values =
        "SELECT x FROM (VALUES ('b'), (CAST(NULL AS VARCHAR)), ('a')) AS t(x) ORDER BY x";
    assertThat(LiveOrganization.rows(connection, values)).containsExactly("a", "b", "null");
    assertThat(LiveOrganization.rows(connection, values + " DESC"))
        .containsExactly("null", "b", "a");
  }

  @Test
  void a_name_may_be_as_long_as_is_said_and_no_longer() throws SQLException {
    String longest = "x".repeat(metadata.getMaxColumnNameLength());
    assertThatCode(() -> run("SELECT 1 AS " + longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> run("SELECT 1 AS x" + longest)).isInstanceOf(SQLException.class);
  }

  @Test
  void a_statement_may_be_as_long_as_is_said_and_no_longer() throws SQLException {
    String longest = "SELECT 1 " + " ".repeat(metadata.getMaxStatementLength() - 9);
    assertThatCode(() -> run(longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> run(longest + " ")).isInstanceOf(SQLException.class);
  }

  static Stream<String> types() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection own = DriverManager.getConnection("jdbc:airbyte:demo:claims?workspaces=3");
        ResultSet types = own.getMetaData().getTypeInfo()) {
      while (types.next()) {
        names.add(types.getString("TYPE_NAME"));
      }
    }
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_is_said_to_convert_converts_and_nothing_else_does(String from) throws SQLException {
    List<String> said = new ArrayList<>();
    List<String> cast = new ArrayList<>();
    List<String> converted = new ArrayList<>();
    for (String to : types().toList()) {
      if (metadata.supportsConvert(code(from), code(to))) {
        said.add(to);
      }
      String value = value(from, to);
      if (runs("SELECT CAST(" + value + " AS " + to + ")")) {
        cast.add(to);
      }
      if (runs("SELECT {fn CONVERT(" + value + ", SQL_" + to + ")}")) {
        converted.add(to);
      }
    }
    assertThat(cast).isEqualTo(said);
    assertThat(converted).isEqualTo(said);
  }

  private static int code(String type) {
    return JDBCType.valueOf(type).getVendorTypeNumber();
  }

  /** Text is such that the type alone can be the obstacle. */
  private static String value(String from, String to) {
    return switch (from) {
      case "CHAR", "VARCHAR" ->
          "CAST('%s' AS %s(%d))"
              .formatted(SampleValue.text(to), from, SampleValue.text(to).length());
      case "BINARY" -> "X'01'";
      default -> SampleValue.sql(from);
    };
  }

  /** Whether it runs; a refusal is one of types, or of a value that has none. */
  private static boolean runs(String sql) throws SQLException {
    try {
      run(sql);
      return true;
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as(sql).isIn("42804", "0A000", "22000");
      return false;
    }
  }
}
