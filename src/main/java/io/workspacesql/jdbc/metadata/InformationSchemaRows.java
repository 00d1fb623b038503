package io.workspacesql.jdbc.metadata;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.InformationSchema;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.catalog.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the {@link InformationSchema} views, from the same catalog as JDBC's metadata. */
public final class InformationSchemaRows {
  private InformationSchemaRows() {}

  /** All rows of a view, in the order of its columns. */
  public static List<@Nullable Object[]> of(TableDefinition view) {
    if (view.equals(InformationSchema.SCHEMATA)) {
      return schemata();
    }
    if (view.equals(InformationSchema.TABLES)) {
      return rows(InformationSchemaRows::table);
    }
    if (view.equals(InformationSchema.COLUMNS)) {
      return rows(InformationSchemaRows::columns);
    }
    if (view.equals(InformationSchema.TABLE_CONSTRAINTS)) {
      return rows(InformationSchemaRows::constraints);
    }
    return view.equals(InformationSchema.REFERENTIAL_CONSTRAINTS)
        ? rows(InformationSchemaRows::references)
        : rows(InformationSchemaRows::keyColumns);
  }

  private static List<@Nullable Object[]> rows(
      Function<TableDefinition, Stream<@Nullable Object[]>> rowsOfTable) {
    return Catalog.tables().stream().flatMap(rowsOfTable).toList();
  }

  private static List<@Nullable Object[]> schemata() {
    return Catalog.tables().stream()
        .map(TableDefinition::schema)
        .distinct()
        .map(schema -> new @Nullable Object[] {null, schema})
        .toList();
  }

  private static Stream<@Nullable Object[]> table(TableDefinition table) {
    boolean writable = table.columns().stream().anyMatch(ColumnDefinition::writable);
    return Stream.<@Nullable Object[]>of(
        new @Nullable Object[] {
          null,
          table.schema(),
          table.name(),
          table.kind() == TableKind.SYSTEM_VIEW ? "VIEW" : "BASE TABLE",
          yesOrNo(writable),
          table.remarks()
        });
  }

  private static Stream<@Nullable Object[]> columns(TableDefinition table) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      rows.add(column(table, column, rows.size() + 1));
    }
    return rows.stream();
  }

  private static @Nullable Object[] column(
      TableDefinition table, ColumnDefinition column, int position) {
    SqlTypeFacts type = SqlTypeFacts.of(column.type());
    return new @Nullable Object[] {
      null,
      table.schema(),
      table.name(),
      column.name(),
      position,
      null,
      yesOrNo(column.nullable()),
      type.name(),
      type.isText() && column.precision() > 0 ? column.precision() : null,
      type.isNumber() ? type.columnSize(0) : null,
      type.radix(),
      type.isNumber() ? type.decimalDigits(0) : null,
      type.isNumber() ? null : type.decimalDigits(column.precision()),
      yesOrNo(table.isGenerated(column)),
      "NEVER",
      yesOrNo(column.writable()),
      column.remarks()
    };
  }

  private static Stream<@Nullable Object[]> constraints(TableDefinition table) {
    Stream<@Nullable Object[]> primary =
        table.primaryKey().isEmpty()
            ? Stream.empty()
            : Stream.<@Nullable Object[]>of(
                constraint(table, KeyAnswers.nameOfKey(table), "PRIMARY KEY"));
    return Stream.concat(
        primary,
        KeyAnswers.references(table)
            .map(reference -> constraint(table, reference.name(), "FOREIGN KEY")));
  }

  private static @Nullable Object[] constraint(TableDefinition table, String name, String type) {
    return new @Nullable Object[] {
      null, table.schema(), name, null, table.schema(), table.name(), type
    };
  }

  private static Stream<@Nullable Object[]> references(TableDefinition table) {
    return KeyAnswers.references(table)
        .map(
            reference ->
                new @Nullable Object[] {
                  null,
                  table.schema(),
                  reference.name(),
                  null,
                  reference.parent().schema(),
                  KeyAnswers.nameOfKey(reference.parent()),
                  "NONE",
                  "NO ACTION",
                  "NO ACTION"
                });
  }

  private static Stream<@Nullable Object[]> keyColumns(TableDefinition table) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (String column : table.primaryKey()) {
      rows.add(keyColumn(table, KeyAnswers.nameOfKey(table), column, rows.size() + 1, null));
    }
    // Each foreign key has one column, as the primary key that it leads to has.
    KeyAnswers.references(table)
        .map(reference -> keyColumn(table, reference.name(), reference.key().column(), 1, 1))
        .forEach(rows::add);
    return rows.stream();
  }

  private static @Nullable Object[] keyColumn(
      TableDefinition table, String key, String column, int position, @Nullable Integer ofParent) {
    return new @Nullable Object[] {
      null, table.schema(), key, null, table.schema(), table.name(), column, position, ofParent
    };
  }

  private static String yesOrNo(boolean yes) {
    return yes ? "YES" : "NO";
  }
}
