package io.workspacesql.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param primaryKey names of the key's columns in order; empty = none
 * @param listing where its rows come from; null = from the endpoints of workspaces, or from the
 *     driver itself
 */
public record TableDefinition(
    String schema,
    String name,
    TableKind kind,
    List<ColumnDefinition> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    @Nullable Listing listing,
    String remarks) {

  public TableDefinition {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /** Without foreign keys, and not from a listing. */
  public TableDefinition(
      String schema,
      String name,
      TableKind kind,
      List<ColumnDefinition> columns,
      List<String> primaryKey,
      String remarks) {
    this(schema, name, kind, columns, primaryKey, List.of(), null, remarks);
  }

  /** Whether the server makes the column's values: those of the key of a table with INSERT. */
  public boolean isGenerated(ColumnDefinition column) {
    return primaryKey.contains(column.name())
        && columns.stream().anyMatch(ColumnDefinition::writable);
  }

  /** The column of this name without regard to ASCII case. */
  public ColumnDefinition column(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + columnName + " in " + name));
  }
}
