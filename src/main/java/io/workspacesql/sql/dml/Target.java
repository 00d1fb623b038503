package io.workspacesql.sql.dml;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Customers;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.jspecify.annotations.Nullable;

/**
 * What a write names: {@code workspaces}, or {@code customers}, which are the same rows under other
 * names.
 */
record Target(TableDefinition table) {

  /**
   * The table to write.
   *
   * @throws SQLException 42601 for something else than a name, 42S02 for an unknown one, 0A000 for
   *     one that cannot be written
   */
  static Target of(SqlNode name) throws SQLException {
    if (!(name instanceof SqlIdentifier identifier)) {
      throw Failure.SYNTAX.because("A table to write is a name, without types or hints");
    }
    List<String> names = identifier.names;
    TableDefinition table =
        Catalog.tables().stream()
            .filter(candidate -> isNamed(candidate, names))
            .findFirst()
            .orElseThrow(
                () ->
                    Failure.UNKNOWN_TABLE.because("Table '" + name + "' not found" + place(name)));
    if (!table.equals(Catalog.WORKSPACES) && !table.equals(Catalog.CUSTOMERS)) {
      throw Failure.NOT_SUPPORTED.because("Table " + table.name() + " cannot be written");
    }
    return new Target(table);
  }

  private static boolean isNamed(TableDefinition table, List<String> names) {
    String schema = names.size() == 1 ? Catalog.API_SCHEMA : names.get(0);
    return names.size() <= 2
        && table.schema().equalsIgnoreCase(schema)
        && table.name().equalsIgnoreCase(names.get(names.size() - 1));
  }

  /** A column of {@code workspaces} as this table calls it. */
  SqlNode column(ColumnDefinition ofWorkspaces) {
    String name = ofWorkspaces.name();
    return Syntax.column(table.equals(Catalog.CUSTOMERS) ? Customers.wordsFor(name).get(0) : name);
  }

  /**
   * The columns of {@code workspaces} that these names mean, in the order written.
   *
   * @param names null = all columns of the table
   * @throws SQLException 42S22 for an unknown one, 42701 for one that is named twice
   */
  List<ColumnDefinition> columns(@Nullable SqlNodeList names) throws SQLException {
    List<ColumnDefinition> columns = new ArrayList<>();
    for (ColumnDefinition named : names == null ? table.columns() : named(names)) {
      ColumnDefinition column = Catalog.WORKSPACES.column(Customers.ofWorkspaces(named.name()));
      if (columns.contains(column)) {
        throw Failure.DUPLICATE_COLUMN.because(column.name());
      }
      columns.add(column);
    }
    return columns;
  }

  private List<ColumnDefinition> named(SqlNodeList names) throws SQLException {
    List<ColumnDefinition> columns = new ArrayList<>();
    for (SqlNode name : names) {
      columns.add(named((SqlIdentifier) name));
    }
    return columns;
  }

  private ColumnDefinition named(SqlIdentifier name) throws SQLException {
    String last = name.names.get(name.names.size() - 1);
    Optional<ColumnDefinition> column =
        table.columns().stream()
            .filter(candidate -> candidate.name().equalsIgnoreCase(last))
            .findFirst();
    return column.orElseThrow(
        () -> Failure.UNKNOWN_COLUMN.because("Column '" + last + "' not found" + place(name)));
  }

  private static String place(SqlNode node) {
    return " (line "
        + node.getParserPosition().getLineNum()
        + ", column "
        + node.getParserPosition().getColumnNum()
        + ")";
  }
}
