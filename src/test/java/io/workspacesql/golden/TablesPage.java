package io.workspacesql.golden;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ForeignKey;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.catalog.TableKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reference of {@code docs/tables.md}, made of the catalog. */
final class TablesPage {
  static final Path FILE = Path.of("docs/tables.md");

  private TablesPage() {}

  /** The page with its tables as they should be. */
  static String text() throws IOException {
    return new GeneratedPage(Files.readString(FILE))
        .with("api tables", tables(TableKind.TABLE))
        .with("driver tables", tables(TableKind.SYSTEM_TABLE))
        .text();
  }

  private static List<String> tables(TableKind kind) {
    List<String> lines = new ArrayList<>();
    Catalog.tables().stream()
        .filter(table -> table.kind() == kind)
        .forEach(table -> lines.addAll(table(table)));
    return lines;
  }

  private static List<String> table(TableDefinition table) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("### " + table.schema() + "." + table.name());
    lines.add("");
    lines.add(table.remarks() + ".");
    lines.add("");
    lines.add("| column | type | NULL | key | UPDATE | what it is |");
    lines.add("| --- | --- | --- | --- | --- | --- |");
    table.columns().forEach(column -> lines.add(row(table, column)));
    return lines;
  }

  private static String row(TableDefinition table, ColumnDefinition column) {
    return GeneratedPage.row(
        List.of(
            "`" + column.name() + "`",
            type(column),
            column.nullable() ? "yes" : "",
            key(table, column),
            column.writable() ? "yes" : "",
            column.remarks()));
  }

  private static String type(ColumnDefinition column) {
    return column.precision() == 0
        ? column.type().name()
        : column.type().name() + "(" + column.precision() + ")";
  }

  private static String key(TableDefinition table, ColumnDefinition column) {
    if (table.primaryKey().contains(column.name())) {
      return "primary";
    }
    return table.foreignKeys().stream()
        .filter(key -> key.column().equals(column.name()))
        .map(ForeignKey::parent)
        .map(parent -> "of `" + parent + "`")
        .findFirst()
        .orElse("");
  }
}
