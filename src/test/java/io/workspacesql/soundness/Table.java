package io.workspacesql.soundness;

import static io.workspacesql.soundness.Column.ID;
import static io.workspacesql.soundness.Column.STATUS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The rows of {@code workspaces} under a query's conditions: relational algebra by plain loops.
 *
 * @param parameters the values of the query's parameters
 */
record Table(List<Map<Column, Object>> rows, List<Object> parameters) {

  /** The rows for which the condition is TRUE. */
  Table where(Node condition) {
    return where(row -> Boolean.TRUE.equals(value(condition, row)));
  }

  Table where(Predicate<Map<Column, Object>> wanted) {
    return new Table(rows.stream().filter(wanted).toList(), parameters);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  int size() {
    return rows.size();
  }

  /** All columns. */
  List<List<Object>> all() {
    return rows.stream().map(row -> (List<Object>) new ArrayList<>(row.values())).toList();
  }

  List<List<Object>> select(List<Node> outputs) {
    return rows.stream().map(row -> outputs(outputs, row)).toList();
  }

  List<List<Object>> select(Column... columns) {
    return rows.stream()
        .map(row -> Arrays.stream(columns).<Object>map(row::get).collect(LISTING))
        .toList();
  }

  List<Object> values(Column column) {
    return rows.stream().<Object>map(row -> row.get(column)).collect(LISTING);
  }

  /** The only row with this id, or null. */
  Map<Column, Object> byId(Object id) {
    return rows.stream().filter(row -> row.get(ID).equals(id)).findFirst().orElse(null);
  }

  List<List<Object>> countByStatus() {
    Map<Object, Long> counts = new LinkedHashMap<>();
    rows.forEach(row -> counts.merge(row.get(STATUS), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(count -> List.<Object>of(count.getKey(), count.getValue()))
        .toList();
  }

  /** The rows of each combination of these outputs' values. */
  Map<List<Object>, Table> groups(List<Node> outputs) {
    Map<List<Object>, List<Map<Column, Object>>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(outputs(outputs, row), k -> new ArrayList<>()).add(row));
    Map<List<Object>, Table> tables = new LinkedHashMap<>();
    groups.forEach((key, members) -> tables.put(key, new Table(members, parameters)));
    return tables;
  }

  /** Null when there is no value that is not NULL. */
  Object max(Column column) {
    return values(column).stream().filter(Objects::nonNull).max(Meaning::compare).orElse(null);
  }

  /** Null when there is no value that is not NULL. */
  Object min(Column column) {
    return values(column).stream().filter(Objects::nonNull).min(Meaning::compare).orElse(null);
  }

  long count(Column column) {
    return values(column).stream().filter(Objects::nonNull).count();
  }

  /** By these outputs, NULL last, then by id. */
  Table ordered(List<Node> outputs) {
    Comparator<Map<Column, Object>> order = (left, right) -> 0;
    for (Node output : outputs) {
      order = order.thenComparing(row -> value(output, row), NULL_LAST);
    }
    List<Map<Column, Object>> sorted = new ArrayList<>(rows);
    sorted.sort(order.thenComparing(row -> row.get(ID), NULL_LAST));
    return new Table(sorted, parameters);
  }

  Table reversed() {
    List<Map<Column, Object>> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return new Table(reversed, parameters);
  }

  Table cut(int offset, int limit) {
    return new Table(rows.stream().skip(offset).limit(limit).toList(), parameters);
  }

  static List<List<Object>> distinct(List<List<Object>> rows) {
    return rows.stream().distinct().toList();
  }

  static List<List<Object>> both(List<List<Object>> left, List<List<Object>> right) {
    List<List<Object>> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }

  static List<List<Object>> common(List<List<Object>> left, List<List<Object>> right) {
    return distinct(left.stream().filter(new HashSet<>(right)::contains).toList());
  }

  static List<List<Object>> except(List<List<Object>> left, List<List<Object>> right) {
    return distinct(left.stream().filter(row -> !new HashSet<>(right).contains(row)).toList());
  }

  Object value(Node node, Map<Column, Object> row) {
    return node.value(new Scope(row, parameters, this));
  }

  private List<Object> outputs(List<Node> outputs, Map<Column, Object> row) {
    return outputs.stream().map(output -> value(output, row)).collect(LISTING);
  }

  private static final Comparator<Object> NULL_LAST =
      Comparator.nullsLast((left, right) -> Meaning.compare(left, right));

  private static final Collector<Object, ?, List<Object>> LISTING =
      Collectors.toCollection(ArrayList::new);
}
