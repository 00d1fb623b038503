package io.workspacesql.jdbc.metadata;

import static java.util.Comparator.comparing;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.catalog.TableKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Schemas, tables and columns, out of the {@link Catalog}. */
interface TableAnswers extends Answers {
  Shape TABLES =
      Shape.text(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "TABLE_TYPE",
          "REMARKS",
          "TYPE_CAT",
          "TYPE_SCHEM",
          "TYPE_NAME",
          "SELF_REFERENCING_COL_NAME",
          "REF_GENERATION");
  Shape SCHEMAS = Shape.text("TABLE_SCHEM", "TABLE_CATALOG");
  Shape CATALOGS = Shape.text("TABLE_CAT");
  Shape TABLE_TYPES = Shape.text("TABLE_TYPE");
  Shape COLUMNS =
      Shape.text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
          .andInteger("DATA_TYPE")
          .andText("TYPE_NAME")
          .andInteger(
              "COLUMN_SIZE", "BUFFER_LENGTH", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "NULLABLE")
          .andText("REMARKS", "COLUMN_DEF")
          .andInteger("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
          .andText("IS_NULLABLE", "SCOPE_CATALOG", "SCOPE_SCHEMA", "SCOPE_TABLE")
          .andSmallint("SOURCE_DATA_TYPE")
          .andText("IS_AUTOINCREMENT", "IS_GENERATEDCOLUMN");

  /** Tables of these patterns, ordered by schema and name. */
  static Stream<TableDefinition> tables(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String tablePattern) {
    return Catalog.tables().stream()
        .filter(table -> NamePattern.isNoCatalog(catalog))
        .filter(table -> NamePattern.matches(schemaPattern, table.schema()))
        .filter(table -> NamePattern.matches(tablePattern, table.name()))
        .sorted(comparing(TableDefinition::schema).thenComparing(TableDefinition::name));
  }

  @Override
  default ResultSet getTables(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tableNamePattern,
      @Nullable String @Nullable [] types)
      throws SQLException {
    return answer(
        TABLES,
        tables(catalog, schemaPattern, tableNamePattern)
            .filter(table -> types == null || Arrays.asList(types).contains(type(table)))
            .sorted(comparing(TableAnswers::type))
            .map(TableAnswers::row)
            .toList());
  }

  private static String type(TableDefinition table) {
    return table.kind().jdbcName();
  }

  private static @Nullable Object[] row(TableDefinition table) {
    return new @Nullable Object[] {
      null, table.schema(), table.name(), type(table), table.remarks(), null, null, null, null, null
    };
  }

  @Override
  default ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  @Override
  default ResultSet getSchemas(@Nullable String catalog, @Nullable String schemaPattern)
      throws SQLException {
    return answer(
        SCHEMAS,
        tables(catalog, schemaPattern, null)
            .map(TableDefinition::schema)
            .distinct()
            .map(schema -> new @Nullable Object[] {schema, null})
            .toList());
  }

  @Override
  default ResultSet getCatalogs() throws SQLException {
    return answer(CATALOGS, List.of());
  }

  @Override
  default ResultSet getTableTypes() throws SQLException {
    return answer(
        TABLE_TYPES,
        Stream.of(TableKind.values())
            .map(TableKind::jdbcName)
            .sorted()
            .map(name -> new @Nullable Object[] {name})
            .toList());
  }

  @Override
  default ResultSet getColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tableNamePattern,
      @Nullable String columnNamePattern)
      throws SQLException {
    return answer(
        COLUMNS,
        tables(catalog, schemaPattern, tableNamePattern)
            .flatMap(table -> columns(table, columnNamePattern).stream())
            .toList());
  }

  private static List<@Nullable Object[]> columns(
      TableDefinition table, @Nullable String columnPattern) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (NamePattern.matches(columnPattern, table.columns().get(i).name())) {
        rows.add(row(table, table.columns().get(i), i + 1));
      }
    }
    return rows;
  }

  private static @Nullable Object[] row(
      TableDefinition table, ColumnDefinition column, int position) {
    SqlTypeFacts type = SqlTypeFacts.of(column.type());
    int size = type.columnSize(column.precision());
    return new @Nullable Object[] {
      null,
      table.schema(),
      table.name(),
      column.name(),
      type.jdbcType(),
      type.name(),
      size,
      null,
      type.decimalDigits(column.precision()),
      type.radix(),
      column.nullable() ? columnNullable : columnNoNulls,
      column.remarks(),
      null,
      null,
      null,
      type.isText() ? type.octets(size) : null,
      position,
      column.nullable() ? "YES" : "NO",
      null,
      null,
      null,
      null,
      table.isGenerated(column) ? "YES" : "NO",
      "NO"
    };
  }
}
