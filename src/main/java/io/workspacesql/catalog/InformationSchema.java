package io.workspacesql.catalog;

import static io.workspacesql.catalog.ColumnType.INTEGER;
import static io.workspacesql.catalog.ColumnType.VARCHAR;

import java.util.List;
import java.util.stream.Stream;

/**
 * The views in which SQL tells of schemas, tables, columns and keys (ISO 9075-11), with the columns
 * that have something to say here. Catalog names are NULL: there are no catalogs.
 */
public final class InformationSchema {
  public static final String NAME = "information_schema";

  public static final TableDefinition SCHEMATA =
      view(
          "schemata",
          List.of(text("catalog_name", true), text("schema_name", false)),
          "Schemas of the driver");

  public static final TableDefinition TABLES =
      view(
          "tables",
          with(
              table(),
              text("table_type", false),
              text("is_insertable_into", false),
              text("remarks", false)),
          "Tables and views of the driver");

  public static final TableDefinition COLUMNS =
      view(
          "columns",
          with(
              table(),
              text("column_name", false),
              number("ordinal_position", false),
              text("column_default", true),
              text("is_nullable", false),
              text("data_type", false),
              number("character_maximum_length", true),
              number("numeric_precision", true),
              number("numeric_precision_radix", true),
              number("numeric_scale", true),
              number("datetime_precision", true),
              text("is_identity", false),
              text("is_generated", false),
              text("is_updatable", false),
              text("remarks", false)),
          "Columns of the tables and views");

  public static final TableDefinition TABLE_CONSTRAINTS =
      view(
          "table_constraints",
          with(constraint(), with(table(), text("constraint_type", false))),
          "Primary keys, and foreign keys, which nothing enforces");

  public static final TableDefinition KEY_COLUMN_USAGE =
      view(
          "key_column_usage",
          with(
              constraint(),
              with(
                  table(),
                  text("column_name", false),
                  number("ordinal_position", false),
                  number("position_in_unique_constraint", true))),
          "Columns of the primary and foreign keys");

  public static final TableDefinition REFERENTIAL_CONSTRAINTS =
      view(
          "referential_constraints",
          with(
              constraint(),
              text("unique_constraint_catalog", true),
              text("unique_constraint_schema", false),
              text("unique_constraint_name", false),
              text("match_option", false),
              text("update_rule", false),
              text("delete_rule", false)),
          "The primary key that each foreign key leads to");

  private InformationSchema() {}

  /** The views in the order of their names. */
  static List<TableDefinition> views() {
    return List.of(
        COLUMNS, KEY_COLUMN_USAGE, REFERENTIAL_CONSTRAINTS, SCHEMATA, TABLE_CONSTRAINTS, TABLES);
  }

  private static TableDefinition view(String name, List<ColumnDefinition> columns, String remarks) {
    return new TableDefinition(NAME, name, TableKind.SYSTEM_VIEW, columns, List.of(), remarks);
  }

  private static List<ColumnDefinition> table() {
    return List.of(
        text("table_catalog", true), text("table_schema", false), text("table_name", false));
  }

  private static List<ColumnDefinition> constraint() {
    return List.of(
        text("constraint_catalog", true),
        text("constraint_schema", false),
        text("constraint_name", false));
  }

  private static List<ColumnDefinition> with(
      List<ColumnDefinition> first, ColumnDefinition... others) {
    return with(first, List.of(others));
  }

  private static List<ColumnDefinition> with(
      List<ColumnDefinition> first, List<ColumnDefinition> others) {
    return Stream.concat(first.stream(), others.stream()).toList();
  }

  private static ColumnDefinition text(String name, boolean nullable) {
    return new ColumnDefinition(name, VARCHAR, 0, nullable, false, "As in ISO 9075-11");
  }

  private static ColumnDefinition number(String name, boolean nullable) {
    return new ColumnDefinition(name, INTEGER, 0, nullable, false, "As in ISO 9075-11");
  }
}
