package io.workspacesql.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A function that stands in FROM and returns a table of one row.
 *
 * @param arguments in their order; one that is not nullable must be given
 * @param columns of the row
 */
public record FunctionDefinition(
    String schema,
    String name,
    List<ColumnDefinition> arguments,
    List<ColumnDefinition> columns,
    String remarks) {
  public FunctionDefinition {
    arguments = List.copyOf(arguments);
    columns = List.copyOf(columns);
  }

  /** The argument of this name without regard to ASCII case. */
  public Optional<ColumnDefinition> argument(String argumentName) {
    String wanted = argumentName.toLowerCase(Locale.ROOT);
    return arguments.stream().filter(argument -> argument.name().equals(wanted)).findFirst();
  }

  /** Its result as a table, which no catalog lists. */
  public TableDefinition result() {
    return new TableDefinition(schema, name, TableKind.TABLE, columns, List.of(), remarks);
  }
}
