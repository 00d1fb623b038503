package io.workspacesql.soundness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a query must return.
 *
 * @param rows of values; null is NULL
 * @param order what their order says
 * @param take how many of the rows
 */
record Answer(List<List<Object>> rows, Order order, long take) {

  /** What the order of the rows says. */
  enum Order {
    NONE,
    FIXED
  }

  /** All these rows, in any order. */
  static Answer bag(List<List<Object>> rows) {
    return new Answer(rows, Order.NONE, rows.size());
  }

  /** So many of these rows, whichever they are. */
  static Answer some(List<List<Object>> rows, long take) {
    return new Answer(rows, Order.NONE, Math.max(0, Math.min(rows.size(), take)));
  }

  /** These rows in this order. */
  static Answer sequence(List<List<Object>> rows) {
    return new Answer(rows, Order.FIXED, rows.size());
  }

  /** What is wrong with the rows that came; empty = nothing. */
  String difference(List<List<Object>> came) {
    if (order == Order.FIXED) {
      return rows.equals(came) ? "" : "expected in this order " + shown(rows, came);
    }
    Map<List<Object>, Integer> left = new HashMap<>();
    rows.forEach(row -> left.merge(row, 1, Integer::sum));
    came.forEach(row -> left.merge(row, -1, Integer::sum));
    boolean tooMany = left.values().stream().anyMatch(count -> count < 0);
    return tooMany || came.size() != take ? "expected " + shown(rows, came) : "";
  }

  private String shown(List<List<Object>> expected, List<List<Object>> came) {
    List<List<Object>> missing = new ArrayList<>(expected);
    came.forEach(missing::remove);
    List<List<Object>> surplus = new ArrayList<>(came);
    expected.forEach(surplus::remove);
    return "%d rows (of %d), got %d; missing %s; too many %s"
        .formatted(take, expected.size(), came.size(), few(missing), few(surplus));
  }

  private static String few(List<List<Object>> rows) {
    return rows.size() <= 3 ? rows.toString() : rows.subList(0, 3) + " and more: " + rows.size();
  }
}
