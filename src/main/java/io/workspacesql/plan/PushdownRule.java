package io.workspacesql.plan;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.Customers;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a statement becomes part of a request. The access path is chosen by these rules: what
 * they do not name is computed from the rows.
 *
 * @param table name of a table of the API
 * @param column of the table; null = the rule speaks of rows
 * @param operator see {@link Condition#operator} and {@link Measure#operator}
 */
public record PushdownRule(
    String table, @Nullable String column, String operator, RequestPart part) {
  private static final List<String> EQUALITIES = List.of("=", "IN");
  private static final List<String> COMPARISONS =
      List.of("=", "IN", "LIKE", "ILIKE", "POSITION", "STARTS_WITH");

  private static final List<PushdownRule> ALL =
      Stream.of(
              ofWorkspaces(),
              ofConnectors(),
              namePieces(ListedTables.CONNECTOR_DEFINITIONS.name(), RequestPart.DEFINITION_NAME),
              tags(ListedTables.SOURCE_TEMPLATES.name()),
              tags(ListedTables.CONNECTION_TEMPLATES.name()),
              ofCustomers())
          .flatMap(List::stream)
          .toList();

  private static List<PushdownRule> ofWorkspaces() {
    String table = Catalog.WORKSPACES.name();
    List<PushdownRule> rules = new ArrayList<>();
    rules.addAll(rules(table, "id", EQUALITIES, RequestPart.KEY));
    rules.addAll(rules(table, "status", EQUALITIES, RequestPart.STATUS));
    rules.addAll(namePieces(table, RequestPart.NAME));
    rules.add(new PushdownRule(table, "name", "OR", RequestPart.NAME));
    rules.add(new PushdownRule(table, null, "COUNT(*)", RequestPart.STATISTICS));
    rules.add(new PushdownRule(table, "status", "GROUP BY", RequestPart.STATISTICS));
    rules.add(new PushdownRule(table, null, "LIMIT", RequestPart.PAGE_SIZE));
    return rules;
  }

  private static List<PushdownRule> namePieces(String table, RequestPart part) {
    return Stream.of(Fold.values())
        .flatMap(fold -> COMPARISONS.stream().map(fold::operator))
        .map(operator -> new PushdownRule(table, "name", operator, part))
        .toList();
  }

  private static List<PushdownRule> tags(String table) {
    List<String> operators = List.of("=", "IN", "LIKE", "POSITION", "STARTS_WITH", "OR");
    return rules(table, "tags", operators, RequestPart.TAGS);
  }

  /** For people: the planner knows only the workspaces behind them. */
  private static List<PushdownRule> ofCustomers() {
    List<PushdownRule> rules = new ArrayList<>();
    for (PushdownRule rule : ofWorkspaces()) {
      List<@Nullable String> words = new ArrayList<>();
      if (rule.column == null) {
        words.add(null);
      } else {
        words.addAll(Customers.wordsFor(rule.column));
      }
      words.forEach(
          word ->
              rules.add(
                  new PushdownRule(Catalog.CUSTOMERS.name(), word, rule.operator, rule.part)));
    }
    return rules;
  }

  private static List<PushdownRule> ofConnectors() {
    String table = ListedTables.CONNECTORS.name();
    return Stream.of(
            rules(table, "workspace_id", EQUALITIES, RequestPart.WORKSPACE_ID),
            rules(table, "workspace_name", EQUALITIES, RequestPart.WORKSPACE_NAME),
            rules(table, "definition_id", EQUALITIES, RequestPart.DEFINITION_ID))
        .flatMap(List::stream)
        .toList();
  }

  private static List<PushdownRule> rules(
      String table, String column, List<String> operators, RequestPart part) {
    return operators.stream()
        .map(operator -> new PushdownRule(table, column, operator, part))
        .toList();
  }

  /** All rules, in the order in which people read them. */
  public static List<PushdownRule> all() {
    return ALL;
  }

  /** Whether some condition on this column of the table can be pushed. */
  public static boolean knows(TableDefinition table, String column) {
    return ALL.stream()
        .anyMatch(rule -> rule.table.equals(table.name()) && column.equals(rule.column));
  }

  /** Where this condition goes; null = it is only checked on the rows. */
  static @Nullable RequestPart part(TableDefinition table, Condition condition) {
    return part(table, condition.column().name(), condition.operator());
  }

  /** Where this count comes from; null = from the rows. */
  static @Nullable RequestPart part(TableDefinition table, Measure measure) {
    return part(table, measure.column(), measure.operator());
  }

  static @Nullable RequestPart part(
      TableDefinition table, @Nullable String column, String operator) {
    for (PushdownRule rule : ALL) {
      if (rule.table.equals(table.name())
          && Objects.equals(rule.column, column)
          && rule.operator.equals(operator)) {
        return rule.part;
      }
    }
    return null;
  }
}
