package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.TableDefinition;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table and column, by its name as a person types it. */
final class CatalogTests {
  private static LiveOrganization organization;
  private static Connection connection;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(10);
    connection = organization.connect("dryRun", "true", "allowFanOut", "10");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM workspaces WHERE TRUE");
    }
  }

  @AfterAll
  static void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  static Stream<Arguments> columns() {
    return tables().stream()
        .flatMap(table -> table.columns().stream().map(column -> Arguments.of(table, column)));
  }

  /** What a scoped token is for can be asked with a scoped token only. */
  static List<TableDefinition> tables() {
    return Catalog.tables().stream()
        .filter(table -> !table.equals(ListedTables.SCOPED_TOKEN_INFO))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void a_column_can_be_selected_unquoted(TableDefinition table, ColumnDefinition column)
      throws SQLException {
    String sql = "SELECT %s FROM %s.%s".formatted(column.name(), table.schema(), table.name());
    assertThat(LiveOrganization.rows(connection, sql)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void a_column_can_be_selected_in_capitals_and_quoted(
      TableDefinition table, ColumnDefinition column) throws SQLException {
    String quoted = "SELECT \"%s\" FROM \"%s\".\"%s\"";
    String sql = quoted.formatted(column.name(), table.schema(), table.name());
    assertThat(
            LiveOrganization.rows(connection, "SELECT" + sql.substring(6).toUpperCase(Locale.ROOT)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void a_column_can_be_filtered_and_sorted_by(TableDefinition table, ColumnDefinition column)
      throws SQLException {
    String sql =
        "SELECT t.%1$s FROM %2$s.%3$s t WHERE t.%1$s IS NOT NULL OR t.%1$s IS NULL ORDER BY %1$s"
            .formatted(column.name(), table.schema(), table.name());
    assertThat(LiveOrganization.rows(connection, sql)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_star_gives_the_columns_of_the_catalog_in_their_order(TableDefinition table)
      throws SQLException {
    String sql = "SELECT * FROM %s.%s".formatted(table.schema(), table.name());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(labels(rows.getMetaData()))
          .isEqualTo(
              table.columns().stream()
                  .map(ColumnDefinition::name)
                  .collect(Collectors.joining(" ")));
    }
  }

  private static String labels(ResultSetMetaData metadata) throws SQLException {
    StringBuilder labels = new StringBuilder();
    for (int column = 1; column <= metadata.getColumnCount(); column++) {
      labels.append(column == 1 ? "" : " ").append(metadata.getColumnLabel(column));
    }
    return labels.toString();
  }
}
