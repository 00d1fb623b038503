package io.workspacesql.soundness;

import static io.workspacesql.soundness.Column.COLOR;
import static io.workspacesql.soundness.Column.CREATED_AT;
import static io.workspacesql.soundness.Column.ID;
import static io.workspacesql.soundness.Column.NAME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * The forms of generated statements: how they are written and what they return.
 *
 * <p>In the text {@code $w} is the first condition and {@code $v} the second, {@code $a} and {@code
 * $b} the same with the columns of these aliases, {@code $o} the outputs, {@code $k} the outputs as
 * rows, {@code $l} the limit and {@code $f} the offset.
 */
enum Shape {
  ALL("SELECT * FROM workspaces WHERE $w", (q, t) -> Answer.bag(t.where(q.where()).all())),
  OUTPUTS(
      "SELECT $o FROM airbyte.workspaces WHERE $w",
      (q, t) -> Answer.bag(t.where(q.where()).select(q.outputs()))),
  DISTINCT_OUTPUTS(
      "SELECT DISTINCT $o FROM workspaces WHERE $w",
      (q, t) -> Answer.bag(Table.distinct(t.where(q.where()).select(q.outputs())))),
  COUNT(
      "SELECT COUNT(*) FROM workspaces WHERE $w",
      (q, t) -> Answer.bag(List.of(List.of((long) t.where(q.where()).size())))),
  COUNT_COLOR(
      "SELECT COUNT(color), COUNT(DISTINCT status) FROM workspaces WHERE $w",
      (q, t) -> {
        Table rows = t.where(q.where());
        return Answer.bag(List.of(List.of(rows.count(COLOR), (long) rows.countByStatus().size())));
      }),
  COUNT_BY_STATUS(
      "SELECT status, COUNT(*) FROM workspaces WHERE $w GROUP BY status",
      (q, t) -> Answer.bag(t.where(q.where()).countByStatus())),
  STATUS_AGGREGATES(
      "SELECT COUNT(*), COUNT(DISTINCT status), MAX(status), SUM(CASE WHEN $v THEN 3 ELSE -1 END),"
          + " COUNT(CASE WHEN $v THEN status END), COUNT(*) FILTER (WHERE $v)"
          + " FROM workspaces WHERE $w",
      (q, t) -> Answer.bag(List.of(aggregates(t.where(q.where()), q.other())))),
  DISTINCT_STATUS(
      "SELECT DISTINCT status FROM workspaces WHERE $w",
      (q, t) -> Answer.bag(Table.distinct(t.where(q.where()).select(Column.STATUS)))),
  GROUPED(
      "SELECT $o, COUNT(*), COUNT(color), MIN(name), MAX(created_at) FROM workspaces WHERE $w"
          + " GROUP BY $o",
      (q, t) -> Answer.bag(grouped(q, t.where(q.where()), 0))),
  HAVING(
      "SELECT $o, COUNT(*), COUNT(color), MIN(name), MAX(created_at) FROM workspaces WHERE $w"
          + " GROUP BY $o HAVING COUNT(*) > $l",
      (q, t) -> Answer.bag(grouped(q, t.where(q.where()), q.limit()))),
  ORDERED(
      "SELECT id, name, updated_at FROM workspaces WHERE $w ORDER BY $o, id LIMIT $l OFFSET $f",
      (q, t) ->
          Answer.sequence(
              t.where(q.where())
                  .ordered(q.outputs())
                  .cut(q.offset(), q.limit())
                  .select(ID, NAME, Column.UPDATED_AT))),
  ORDERED_DOWN(
      "SELECT * FROM workspaces WHERE $w ORDER BY id DESC OFFSET $f ROWS FETCH NEXT $l ROWS ONLY",
      (q, t) ->
          Answer.sequence(
              t.where(q.where()).ordered(List.of()).reversed().cut(q.offset(), q.limit()).all())),
  SOME(
      "SELECT id, name FROM workspaces WHERE $w LIMIT $l OFFSET $f",
      (q, t) -> {
        List<List<Object>> rows = t.where(q.where()).select(ID, NAME);
        return Answer.some(rows, Math.min(rows.size() - q.offset(), q.limit()));
      }),
  COUNT_OF_SOME(
      "SELECT COUNT(*) FROM (SELECT id FROM workspaces WHERE $w LIMIT $l) t",
      (q, t) ->
          Answer.bag(List.of(List.of((long) Math.min(q.limit(), t.where(q.where()).size()))))),
  OF_THE_FIRST(
      "SELECT id FROM (SELECT * FROM workspaces WHERE $w ORDER BY id LIMIT $l) t WHERE $v",
      (q, t) ->
          Answer.bag(
              t.where(q.where()).ordered(List.of()).cut(0, q.limit()).where(q.other()).select(ID))),
  DERIVED(
      "SELECT id FROM (SELECT * FROM workspaces WHERE $w) t WHERE $v",
      (q, t) -> Answer.bag(t.where(q.where()).where(q.other()).select(ID))),
  WITH(
      "WITH t AS (SELECT * FROM workspaces WHERE $w) SELECT COUNT(*) FROM t WHERE $v",
      (q, t) -> Answer.bag(List.of(List.of((long) t.where(q.where()).where(q.other()).size())))),
  JOIN(
      "SELECT a.id, b.name FROM workspaces a JOIN workspaces b ON a.id = b.id WHERE $a AND $b",
      (q, t) -> Answer.bag(t.where(q.where()).where(q.other()).select(ID, NAME))),
  LEFT_JOIN(
      "SELECT a.id, b.name FROM workspaces a LEFT JOIN workspaces b ON a.id = b.id AND $b"
          + " WHERE $a",
      (q, t) -> Answer.bag(outer(t.where(q.where()), t.where(q.other())))),
  FULL_JOIN(
      "SELECT a.id, b.id FROM (SELECT * FROM workspaces WHERE $w) a"
          + " FULL JOIN (SELECT * FROM workspaces WHERE $v) b ON a.id = b.id",
      (q, t) -> Answer.bag(full(t.where(q.where()), t.where(q.other())))),
  NAME_JOIN(
      "SELECT a.id, b.id FROM workspaces a, workspaces b WHERE a.name = b.name AND $a AND $b",
      (q, t) -> Answer.bag(sameNames(t.where(q.where()), t.where(q.other())))),
  VALUES_JOIN(
      "SELECT v.k, b.name FROM (VALUES $k) v(k) JOIN workspaces b ON b.id = v.k WHERE $b",
      (q, t) -> Answer.bag(keyed(q, t.where(q.other())))),
  ID_IN(
      "SELECT id, name FROM workspaces WHERE $w AND id IN (SELECT id FROM workspaces WHERE $v)",
      (q, t) -> Answer.bag(t.where(q.where()).where(q.other()).select(ID, NAME))),
  COLOR_IN(
      "SELECT id FROM workspaces WHERE $w AND color IN (SELECT color FROM workspaces WHERE $v)",
      (q, t) -> Answer.bag(inColors(q, t, true))),
  COLOR_NOT_IN(
      "SELECT id FROM workspaces WHERE $w AND color NOT IN"
          + " (SELECT color FROM workspaces WHERE $v)",
      (q, t) -> Answer.bag(inColors(q, t, false))),
  EXISTS_SAME(
      "SELECT a.id FROM workspaces a WHERE $a AND EXISTS"
          + " (SELECT 1 FROM workspaces b WHERE b.id = a.id AND $b)",
      (q, t) -> Answer.bag(t.where(q.where()).where(q.other()).select(ID))),
  NOT_EXISTS_NAME(
      "SELECT a.id FROM workspaces a WHERE $a AND NOT EXISTS"
          + " (SELECT * FROM workspaces b WHERE b.name = a.name AND $b)",
      (q, t) -> {
        List<Object> names = t.where(q.other()).values(NAME);
        return Answer.bag(
            t.where(q.where()).where(row -> !names.contains(row.get(NAME))).select(ID));
      }),
  EXISTS_ANY(
      "SELECT id FROM workspaces WHERE $w AND EXISTS (SELECT * FROM workspaces WHERE $v)",
      (q, t) ->
          Answer.bag(t.where(q.other()).isEmpty() ? List.of() : t.where(q.where()).select(ID))),
  SCALAR(
      "SELECT id FROM workspaces WHERE $w AND created_at >="
          + " (SELECT MIN(created_at) FROM workspaces WHERE $v)",
      (q, t) -> {
        Object bound = t.where(q.other()).min(CREATED_AT);
        return Answer.bag(
            t.where(q.where())
                .where(row -> Boolean.TRUE.equals(Meaning.atLeast(row.get(CREATED_AT), bound)))
                .select(ID));
      }),
  UNION(
      "SELECT $o FROM workspaces WHERE $w UNION SELECT $o FROM workspaces WHERE $v",
      (q, t) -> combined(q, t, (left, right) -> Table.distinct(Table.both(left, right)))),
  UNION_ALL(
      "SELECT $o FROM workspaces WHERE $w UNION ALL SELECT $o FROM workspaces WHERE $v",
      (q, t) -> combined(q, t, Table::both)),
  INTERSECT(
      "SELECT $o FROM workspaces WHERE $w INTERSECT SELECT $o FROM workspaces WHERE $v",
      (q, t) -> combined(q, t, Table::common)),
  EXCEPT(
      "SELECT $o FROM workspaces WHERE $w EXCEPT SELECT $o FROM workspaces WHERE $v",
      (q, t) -> combined(q, t, Table::except));

  private final String template;
  private final BiFunction<Query, Table, Answer> meaning;

  Shape(String template, BiFunction<Query, Table, Answer> meaning) {
    this.template = template;
    this.meaning = meaning;
  }

  String template() {
    return template;
  }

  boolean uses(char place) {
    return template.indexOf("$" + place) >= 0;
  }

  Answer answer(Query query, Table table) {
    return meaning.apply(query, table);
  }

  private static List<Object> aggregates(Table table, Node condition) {
    long passed = table.where(condition).size();
    Long sum = table.isEmpty() ? null : passed * 3 - (table.size() - passed);
    return Arrays.asList(
        (long) table.size(),
        (long) table.countByStatus().size(),
        table.max(Column.STATUS),
        sum,
        passed,
        passed);
  }

  private static List<List<Object>> grouped(Query query, Table table, int more) {
    List<List<Object>> rows = new ArrayList<>();
    table
        .groups(query.outputs())
        .forEach(
            (key, group) -> {
              List<Object> row = new ArrayList<>(key);
              row.add((long) group.size());
              row.add(group.count(COLOR));
              row.add(group.min(NAME));
              row.add(group.max(CREATED_AT));
              if (group.size() > more) {
                rows.add(row);
              }
            });
    return rows;
  }

  private static List<List<Object>> outer(Table left, Table right) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object id : left.values(ID)) {
      Map<Column, Object> match = right.byId(id);
      rows.add(Arrays.asList(id, match == null ? null : match.get(NAME)));
    }
    return rows;
  }

  private static List<List<Object>> full(Table left, Table right) {
    List<List<Object>> rows = new ArrayList<>();
    for (Object id : left.values(ID)) {
      rows.add(Arrays.asList(id, right.byId(id) == null ? null : id));
    }
    for (Object id : right.values(ID)) {
      if (left.byId(id) == null) {
        rows.add(Arrays.asList(null, id));
      }
    }
    return rows;
  }

  private static List<List<Object>> sameNames(Table left, Table right) {
    List<List<Object>> rows = new ArrayList<>();
    for (Map<Column, Object> one : left.rows()) {
      right
          .where(two -> two.get(NAME).equals(one.get(NAME)))
          .values(ID)
          .forEach(id -> rows.add(List.of(one.get(ID), id)));
    }
    return rows;
  }

  private static List<List<Object>> keyed(Query query, Table table) {
    List<List<Object>> rows = new ArrayList<>();
    for (Node output : query.outputs()) {
      Object key = table.value(output, Map.of());
      Map<Column, Object> row = table.byId(key);
      if (row != null) {
        rows.add(List.of(key, row.get(NAME)));
      }
    }
    return rows;
  }

  private static List<List<Object>> inColors(Query query, Table table, boolean wanted) {
    List<Object> values = new ArrayList<>(Collections.singletonList(null));
    values.addAll(table.where(query.other()).values(COLOR));
    return table
        .where(query.where())
        .where(
            row -> {
              values.set(0, row.get(COLOR));
              return Objects.equals(Meaning.in(values), wanted);
            })
        .select(ID);
  }

  private static Answer combined(
      Query query,
      Table table,
      BiFunction<List<List<Object>>, List<List<Object>>, List<List<Object>>> set) {
    return Answer.bag(
        set.apply(
            table.where(query.where()).select(query.outputs()),
            table.where(query.other()).select(query.outputs())));
  }
}
