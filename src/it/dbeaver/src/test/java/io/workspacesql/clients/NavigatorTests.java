package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the tree shows: GenericMetaModel, ConstraintKeysCache, IndexCache, JDBCBasicDataTypeCache.
 */
class NavigatorTests {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "organization_id",
          "status",
          "cache_enabled",
          "tombstone",
          "created_at",
          "updated_at",
          "visibility",
          "color");

  private static Connection connection;
  private static DatabaseMetaData metadata;

  @BeforeAll
  static void connect() throws Exception {
    connection = DBeaverDriver.load().connect("jdbc:airbyte:demo:dbeaver-navigator?workspaces=300");
    metadata = connection.getMetaData();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void schemas_stand_without_catalogs() throws SQLException {
    assertThat(Grid.rows(metadata.getCatalogs())).isEmpty();
    assertThat(Grid.rows(metadata.getSchemas(null, "%")))
        .allSatisfy(row -> assertThat(row.get("TABLE_CATALOG")).isNull())
        .extracting(row -> row.get("TABLE_SCHEM"))
        .contains("airbyte", "driver");
    assertThat(Grid.column(metadata.getSchemas(), "TABLE_SCHEM")).contains("airbyte", "driver");
  }

  @Test
  void tables_of_a_schema_are_found_with_the_escape_it_announces() throws SQLException {
    assertThat(Grid.column(metadata.getTables(null, "airbyte", "%", null), "TABLE_NAME"))
        .contains("workspaces");
    String lastWrite = "last" + metadata.getSearchStringEscape() + "_write";
    assertThat(Grid.column(metadata.getTables(null, "driver", lastWrite, null), "TABLE_NAME"))
        .containsExactly("last_write");
  }

  @Test
  void columns_have_what_the_properties_tab_reads_by_name() throws SQLException {
    try (ResultSet columns = metadata.getColumns(null, "airbyte", "workspaces", "%")) {
      for (int position = 1; columns.next(); position++) {
        assertThat(columns.getString("COLUMN_NAME")).isEqualTo(COLUMNS.get(position - 1));
        assertThat(columns.getInt("ORDINAL_POSITION")).isEqualTo(position);
        assertThat(columns.getString("TYPE_NAME")).isIn("VARCHAR", "BOOLEAN", "TIMESTAMP");
        assertThat(columns.getInt("DATA_TYPE")).isIn(Types.VARCHAR, Types.BOOLEAN, Types.TIMESTAMP);
        assertThat(columns.getString("IS_AUTOINCREMENT")).isIn("YES", "NO");
        assertThat(columns.getString("IS_GENERATEDCOLUMN")).isIn("YES", "NO");
        assertThat(columns.getString("IS_NULLABLE")).isEqualTo(nullable(columns));
        for (String name :
            List.of("COLUMN_SIZE", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "CHAR_OCTET_LENGTH")) {
          columns.getInt(name);
        }
        for (String name : List.of("REMARKS", "COLUMN_DEF", "SCOPE_TABLE", "TABLE_CAT")) {
          columns.getString(name);
        }
      }
    }
    assertThat(Grid.rows(metadata.getColumns(null, "airbyte", "workspaces", "%"))).hasSize(10);
  }

  private static String nullable(ResultSet columns) throws SQLException {
    return columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? "NO" : "YES";
  }

  @Test
  void the_primary_key_is_id_and_so_the_grid_can_be_edited() throws SQLException {
    assertThat(Grid.rows(metadata.getPrimaryKeys(null, "airbyte", "workspaces")))
        .singleElement()
        .satisfies(
            key ->
                assertThat(key).containsEntry("COLUMN_NAME", "id").containsEntry("KEY_SEQ", "1"));
  }

  @Test
  void the_keys_index_is_unique() throws SQLException {
    List<Map<String, String>> indexes =
        Grid.rows(metadata.getIndexInfo(null, "airbyte", "workspaces", false, true));
    assertThat(indexes)
        .filteredOn(row -> "id".equals(row.get("COLUMN_NAME")))
        .singleElement()
        .satisfies(index -> assertThat(index.get("NON_UNIQUE")).isEqualTo("false"));
  }

  @Test
  void foreign_keys_procedures_and_functions_are_answered_without_an_error() throws SQLException {
    assertThat(Grid.rows(metadata.getImportedKeys(null, "airbyte", "workspaces"))).isEmpty();
    assertThat(Grid.column(metadata.getExportedKeys(null, "airbyte", "workspaces"), "FKTABLE_NAME"))
        .contains("connectors");
    assertThat(Grid.rows(metadata.getProcedures(null, "airbyte", "%"))).isEmpty();
    metadata.getFunctions(null, "airbyte", "%").close();
  }

  @Test
  void every_columns_type_is_in_the_type_list() throws SQLException {
    List<String> types = Grid.column(metadata.getTypeInfo(), "TYPE_NAME");
    assertThat(types).contains("VARCHAR", "BOOLEAN", "TIMESTAMP");
    assertThat(types)
        .containsAll(Grid.column(metadata.getColumns(null, "driver", "%", "%"), "TYPE_NAME"));
  }

  @Test
  void looking_at_all_this_sends_no_request_but_the_token() throws SQLException {
    assertThat(
            Grid.number(
                connection, "SELECT COUNT(*) FROM driver.requests WHERE http_method <> 'POST'"))
        .isZero();
  }
}
