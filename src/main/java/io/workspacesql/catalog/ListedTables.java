package io.workspacesql.catalog;

import static io.workspacesql.catalog.ColumnType.BIGINT;

import java.util.List;

/** The tables around the workspaces, each from a {@link Listing}; they cannot be written. */
public final class ListedTables {
  public static final TableDefinition WORKSPACE_STATS =
      table(
          Listing.WORKSPACE_STATS,
          "workspace_stats",
          List.of(
              number("total_count", "Workspaces"),
              number("active_count", "Workspaces whose status is active"),
              number("inactive_count", "Workspaces whose status is inactive")),
          List.of(),
          List.of(),
          "Numbers of workspaces, as the API counts them; one row");

  private ListedTables() {}

  /** All of them, in the order of their names. */
  static List<TableDefinition> all() {
    return List.of(WORKSPACE_STATS);
  }

  private static TableDefinition table(
      Listing listing,
      String name,
      List<ColumnDefinition> columns,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys,
      String remarks) {
    return new TableDefinition(
        Catalog.API_SCHEMA,
        name,
        TableKind.TABLE,
        columns,
        primaryKey,
        foreignKeys,
        listing,
        remarks);
  }

  private static ColumnDefinition number(String name, String remarks) {
    return new ColumnDefinition(name, BIGINT, 0, false, false, remarks);
  }
}
