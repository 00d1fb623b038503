package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one scan with their values.
 *
 * @param impossible why no row can pass; null = one may
 */
record BoundConditions(ScanPlan plan, Map<Condition, TextTest> tests, @Nullable String impossible) {

  /**
   * @throws SQLException 22xxx for a value that makes no condition
   */
  static BoundConditions of(ScanPlan plan, List<@Nullable Object> parameters) throws SQLException {
    Map<Condition, TextTest> tests = new LinkedHashMap<>();
    for (Condition condition : plan.conditions()) {
      TextTest test = condition.bind(parameters);
      if (test == null) {
        String reason = condition.describe() + ": NULL equals nothing";
        return new BoundConditions(plan, tests, reason);
      }
      tests.put(condition, test);
    }
    return new BoundConditions(plan, tests, null);
  }

  boolean areNone() {
    return tests.isEmpty();
  }

  boolean onlySpeakOf(String column) {
    return tests.keySet().stream().allMatch(condition -> condition.column().name().equals(column));
  }

  /** The values that the conditions leave for this part of the request; null = all. */
  @Nullable Set<Object> allowed(RequestPart part) {
    Set<Object> allowed = null;
    for (Map.Entry<Condition, TextTest> entry : tests.entrySet()) {
      if (plan.part(entry.getKey()) == part && entry.getValue() instanceof TextTest.OneOf oneOf) {
        allowed = allowed == null ? new HashSet<>(oneOf.values()) : allowed;
        allowed.removeIf(value -> !passesAll(entry.getKey().column(), value));
      }
    }
    return allowed;
  }

  private boolean passesAll(ColumnDefinition column, Object value) {
    return tests.entrySet().stream()
        .filter(entry -> entry.getKey().column().equals(column))
        .allMatch(entry -> entry.getValue().passes(value));
  }

  /** The conditions that go to this part of the request. */
  List<TextTest> of(RequestPart part) {
    return tests.entrySet().stream()
        .filter(entry -> plan.part(entry.getKey()) == part)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The needles of the condition of this part that needs the fewest lists; empty = no needle. */
  List<String> fewestNeedles(RequestPart part) {
    List<String> fewest = List.of();
    for (Map.Entry<Condition, TextTest> entry : tests.entrySet()) {
      if (plan.part(entry.getKey()) == part) {
        List<String> needles = NeedleSet.of(entry.getValue().needles());
        if (!needles.isEmpty() && (fewest.isEmpty() || isBetter(needles, fewest))) {
          fewest = needles;
        }
      }
    }
    return fewest;
  }

  private static boolean isBetter(List<String> needles, List<String> than) {
    return needles.size() < than.size()
        || (needles.size() == 1
            && than.size() == 1
            && needles.get(0).length() > than.get(0).length());
  }

  /** What a row of these columns must pass. */
  Predicate<@Nullable Object[]> filter(List<ColumnDefinition> columns) {
    int[] positions =
        tests.keySet().stream().mapToInt(test -> columns.indexOf(test.column())).toArray();
    TextTest[] checks = tests.values().toArray(TextTest[]::new);
    return row -> {
      for (int i = 0; i < positions.length; i++) {
        Object value = row[positions[i]];
        if (value == null || !checks[i].passes(value)) {
          return false;
        }
      }
      return true;
    };
  }
}
