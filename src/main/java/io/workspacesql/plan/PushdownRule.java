package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a statement becomes part of a request. The access path is chosen by these rules: what
 * they do not name is computed from the rows.
 *
 * @param column a column of {@code workspaces}; null = the rule speaks of rows
 * @param operator see {@link Condition#operator} and {@link Measure#operator}
 */
public record PushdownRule(@Nullable String column, String operator, RequestPart part) {
  private static final List<String> COMPARISONS =
      List.of("=", "IN", "LIKE", "ILIKE", "POSITION", "STARTS_WITH");

  private static final List<PushdownRule> ALL = all(new ArrayList<>());

  private static List<PushdownRule> all(List<PushdownRule> rules) {
    rules.add(new PushdownRule("id", "=", RequestPart.KEY));
    rules.add(new PushdownRule("id", "IN", RequestPart.KEY));
    rules.add(new PushdownRule("status", "=", RequestPart.STATUS));
    rules.add(new PushdownRule("status", "IN", RequestPart.STATUS));
    for (Fold fold : Fold.values()) {
      for (String comparison : COMPARISONS) {
        rules.add(new PushdownRule("name", fold.operator(comparison), RequestPart.NAME));
      }
    }
    rules.add(new PushdownRule("name", "OR", RequestPart.NAME));
    rules.add(new PushdownRule(null, "COUNT(*)", RequestPart.STATISTICS));
    rules.add(new PushdownRule("status", "GROUP BY", RequestPart.STATISTICS));
    rules.add(new PushdownRule(null, "LIMIT", RequestPart.PAGE_SIZE));
    return List.copyOf(rules);
  }

  /** All rules, in the order in which people read them. */
  public static List<PushdownRule> all() {
    return ALL;
  }

  /** Whether some condition on this column of {@code workspaces} can be pushed. */
  public static boolean knows(String column) {
    return ALL.stream().anyMatch(rule -> column.equals(rule.column));
  }

  /** Where this condition goes; null = it is only checked on the rows. */
  static @Nullable RequestPart part(Condition condition) {
    ColumnDefinition column = condition.column();
    return part(column.name(), condition.operator());
  }

  /** Where this count comes from; null = from the rows. */
  static @Nullable RequestPart part(Measure measure) {
    return part(measure.column(), measure.operator());
  }

  private static @Nullable RequestPart part(@Nullable String column, String operator) {
    for (PushdownRule rule : ALL) {
      boolean sameColumn = column == null ? rule.column == null : column.equals(rule.column);
      if (sameColumn && rule.operator.equals(operator)) {
        return rule.part;
      }
    }
    return null;
  }
}
