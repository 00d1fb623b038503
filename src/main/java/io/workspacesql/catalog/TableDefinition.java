package io.workspacesql.catalog;

import java.util.List;
import java.util.Locale;

/**
 * A table.
 *
 * @param primaryKey names of the key's columns in order; empty = none
 */
public record TableDefinition(
    String schema,
    String name,
    TableKind kind,
    List<ColumnDefinition> columns,
    List<String> primaryKey,
    String remarks) {

  public TableDefinition {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }

  /** Whether the server makes the column's values: those of the key of each table of the API. */
  public boolean isGenerated(ColumnDefinition column) {
    return kind == TableKind.TABLE && primaryKey.contains(column.name());
  }

  /** The column of this name without regard to ASCII case. */
  public ColumnDefinition column(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + columnName + " in " + name));
  }
}
