package io.workspacesql.soundness;

import static io.workspacesql.soundness.Column.CACHE_ENABLED;
import static io.workspacesql.soundness.Column.ID;
import static io.workspacesql.soundness.Column.NAME;
import static io.workspacesql.soundness.Column.STATUS;
import static io.workspacesql.soundness.Column.TOMBSTONE;

import io.workspacesql.demo.KnownTenants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organization as a table in memory, what a statement must do to it and what a request does. It
 * shares no code with the driver.
 */
final class Model {
  private static final List<Column> WRITABLE = List.of(NAME, STATUS, CACHE_ENABLED);
  private static final Set<String> STATUSES = Set.of("active", "inactive");
  private static final String NULL_VALUE = "23502";
  private static final String BAD_VALUE = "22023";
  private static final String TAKEN = "23505";

  private final WrittenOrganization organization;
  private final String organizationId;
  private final Map<Object, Map<Column, Object>> rows = new LinkedHashMap<>();
  private int founded;

  Model(WrittenOrganization organization, String organizationId, List<Map<Column, Object>> rows) {
    this.organization = organization;
    this.organizationId = organizationId;
    this.founded = organization.options().workspaces();
    rows.forEach(row -> this.rows.put(row.get(ID), row));
  }

  /** All rows by id, tombstones included. */
  Map<Object, Map<Column, Object>> rows() {
    return rows;
  }

  /** What SQL sees. */
  Table table(List<Object> parameters) {
    return new Table(
        rows.values().stream().filter(row -> !Boolean.TRUE.equals(row.get(TOMBSTONE))).toList(),
        parameters);
  }

  /** The SQLState of a statement that is wrong whatever the rows are; null = it is not. */
  static String mistake(Write write) {
    if (write instanceof Write.Update update) {
      List<Column> columns = update.assignments().stream().map(Assignment::column).toList();
      if (new HashSet<>(columns).size() < columns.size()) {
        return "42701";
      }
      return WRITABLE.containsAll(columns) ? null : "42808";
    }
    List<Column> columns =
        write instanceof Write.Insert insert
            ? insert.columns()
            : write instanceof Write.Copy copy ? copy.columns() : List.of(NAME);
    return columns.contains(NAME) ? null : NULL_VALUE;
  }

  /** Whether the guard lets it pass. */
  boolean isAdmitted(Write write) {
    return !organization.isGuarded() || saysWhichRows(write);
  }

  private static boolean saysWhichRows(Write write) {
    if (write instanceof Write.Update update) {
      return update.which().isSaid();
    }
    return !(write instanceof Write.Delete delete) || delete.which().isSaid();
  }

  /** Whether the ids are given, so that no row need be read. */
  static boolean isById(Write write, List<Object> parameters) {
    if (write instanceof Write.Update update) {
      return isIndependent(update) && update.which().isById(parameters);
    }
    return write instanceof Write.Delete delete && delete.which().isById(parameters);
  }

  private static boolean isIndependent(Write.Update update) {
    return update.assignments().stream().allMatch(one -> isIndependent(one.value()));
  }

  private static boolean isIndependent(Node node) {
    return !(node instanceof Node.Read)
        && !(node instanceof Node.Lookup)
        && node.operands().stream().allMatch(Model::isIndependent);
  }

  /**
   * What a statement without mistakes must do.
   *
   * @param created the ids of the workspaces that it creates, by name; of one that is missing it is
   *     the next id
   */
  Intent intent(Write write, List<Object> parameters, Via via, Map<Object, Object> created) {
    Table table = table(parameters);
    if (write instanceof Write.Update update) {
      return update(update, table, via);
    }
    if (write instanceof Write.Delete delete) {
      return delete(delete, table, via);
    }
    List<Map<Column, Object>> wanted =
        write instanceof Write.Insert insert
            ? insert.rows().stream()
                .map(row -> values(insert.columns(), row, table, Map.of()))
                .toList()
            : copies((Write.Copy) write, table);
    return insert(wanted, table, via, created);
  }

  private List<Map<Column, Object>> copies(Write.Copy copy, Table table) {
    return copy.which().ids(table).stream()
        .map(id -> values(copy.columns(), copy.values(), table, rows.get(id)))
        .toList();
  }

  private static Map<Column, Object> values(
      List<Column> columns, List<Node> nodes, Table table, Map<Column, Object> row) {
    Map<Column, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), table.value(nodes.get(i), row));
    }
    return values;
  }

  private Intent update(Write.Update update, Table table, Via via) {
    List<Column> columns = update.assignments().stream().map(Assignment::column).toList();
    List<Node> nodes = update.assignments().stream().map(Assignment::value).toList();
    Function<Object, Map<Column, Object>> news =
        id -> values(columns, nodes, table, rows.getOrDefault(id, Map.of()));
    List<Object> ids = update.which().ids(table);
    boolean isShared = isIndependent(update);
    Set<String> wrong =
        Stream.concat(ids.stream(), isShared ? Stream.of("any") : Stream.of())
            .flatMap(id -> Stream.ofNullable(wrong(news.apply(id), Model::wrong)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!wrong.isEmpty()) {
      return Intent.refused(wrong);
    }
    Function<Object, Sent> request = id -> Sent.put(id, body(news.apply(id)));
    Set<Object> needless = isShared ? unknownIds(update.which(), table) : Set.of();
    boolean applied = ids.stream().allMatch(id -> isApplied(id, news.apply(id)));
    return each(ids, needless, request, applied ? Set.of() : Set.of("58000"), via);
  }

  private boolean isApplied(Object id, Map<Column, Object> values) {
    boolean clears = values.containsKey(CACHE_ENABLED) && values.get(CACHE_ENABLED) == null;
    return !clears || organization.nullClears() || rows.get(id).get(CACHE_ENABLED) == null;
  }

  private Intent delete(Write.Delete delete, Table table, Via via) {
    Set<Object> needless = unknownIds(delete.which(), table);
    return each(delete.which().ids(table), needless, Sent::delete, Set.of(), via);
  }

  private Intent each(
      List<Object> ids,
      Set<Object> needless,
      Function<Object, Sent> request,
      Set<String> failures,
      Via via) {
    return tooMany(ids.size(), via)
        ? Intent.refused("53400")
        : new Intent(
            Set.of(),
            ids.stream().map(request).toList(),
            needless.stream().map(request).collect(Collectors.toSet()),
            failures,
            ids.size());
  }

  private boolean tooMany(int rows, Via via) {
    return rows > organization.maxAffectedRows() && via != Via.EXPLAIN;
  }

  private Intent insert(
      List<Map<Column, Object>> wanted, Table table, Via via, Map<Object, Object> created) {
    Set<String> wrong =
        wanted.stream()
            .flatMap(values -> Stream.ofNullable(wrong(values, Model::wrongInNew)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!wrong.isEmpty()) {
      return Intent.refused(wrong);
    }
    if (tooMany(wanted.size(), via)) {
      return Intent.refused("53400");
    }
    List<Object> names = wanted.stream().map(values -> values.get(NAME)).toList();
    boolean isReal = via != Via.EXPLAIN && via != Via.DRY_RUN;
    if (isReal && new HashSet<>(names).size() < names.size()) {
      return Intent.refused(TAKEN);
    }
    List<Object> taken = isReal ? table.values(NAME) : List.of();
    List<Sent> requests =
        wanted.stream()
            .filter(values -> !taken.contains(values.get(NAME)))
            .flatMap(values -> creation(values, created))
            .toList();
    boolean anyTaken = names.stream().anyMatch(taken::contains);
    Set<String> failures = anyTaken ? Set.of(TAKEN) : Set.of();
    return new Intent(Set.of(), requests, Set.of(), failures, names.size());
  }

  private Stream<Sent> creation(Map<Column, Object> values, Map<Object, Object> created) {
    Object name = values.get(NAME);
    Map<String, Object> rest = new LinkedHashMap<>();
    Stream.of(STATUS, CACHE_ENABLED)
        .filter(column -> values.get(column) != null)
        .forEach(column -> rest.put(column.sqlName(), values.get(column)));
    Stream<Sent> completion =
        rest.isEmpty()
            ? Stream.of()
            : Stream.of(Sent.put(created.getOrDefault(name, nextId()), rest));
    return Stream.concat(Stream.of(organization.creation(name)), completion);
  }

  /** The id of the workspace that is founded next. */
  String nextId() {
    return KnownTenants.id(organization.options(), founded);
  }

  private static Map<String, Object> body(Map<Column, Object> values) {
    Map<String, Object> body = new LinkedHashMap<>();
    values.forEach((column, value) -> body.put(column.sqlName(), value));
    return body;
  }

  /** A check of a column's value; null = right. */
  private interface Check {
    String wrong(Column column, Object value);
  }

  private static String wrong(Map<Column, Object> values, Check check) {
    return values.entrySet().stream()
        .map(value -> check.wrong(value.getKey(), value.getValue()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String wrong(Column column, Object value) {
    if (column == CACHE_ENABLED) {
      return null;
    }
    if (value == null) {
      return NULL_VALUE;
    }
    boolean fits = column == NAME ? !value.equals("") : STATUSES.contains(value);
    return fits ? null : BAD_VALUE;
  }

  private static String wrongInNew(Column column, Object value) {
    if (WRITABLE.contains(column)) {
      return column == STATUS && value == null ? null : wrong(column, value);
    }
    return value == null ? null : "42808";
  }

  /** Ids that the condition names and nobody has. */
  private static Set<Object> unknownIds(Which which, Table table) {
    return Stream.of(which.query().where(), which.query().other())
        .flatMap(Model::parts)
        .filter(node -> node instanceof Node.Literal || node instanceof Node.Parameter)
        .map(node -> table.value(node, Map.of()))
        .filter(value -> value instanceof String text && text.matches("[0-9a-f-]{36}"))
        .filter(id -> table.byId(id) == null)
        .collect(Collectors.toSet());
  }

  private static Stream<Node> parts(Node node) {
    return Stream.concat(Stream.of(node), node.operands().stream().flatMap(Model::parts));
  }

  /**
   * Does what the server does with a request.
   *
   * @param now when
   * @param created as in {@link #intent}
   */
  void apply(Sent sent, Object now, Map<Object, Object> created) {
    switch (sent.method()) {
      case "PUT" -> put(sent, now);
      case "DELETE" -> rows.computeIfPresent(sent.id(), (id, row) -> isGone(row) ? row : null);
      case "POST" -> found(sent.body().values().iterator().next(), now, created);
      default -> throw new IllegalArgumentException(sent.toString());
    }
  }

  private static boolean isGone(Map<Column, Object> row) {
    return Boolean.TRUE.equals(row.get(TOMBSTONE));
  }

  private void put(Sent sent, Object now) {
    Map<Column, Object> row = rows.get(sent.id());
    if (row == null || isGone(row)) {
      return;
    }
    for (Column column : organization.shown()) {
      boolean isSet = sent.body().containsKey(column.sqlName());
      Object value = sent.body().get(column.sqlName());
      if (isSet && (value != null || organization.nullClears())) {
        row.put(column, value);
        row.put(Column.UPDATED_AT, now);
      }
    }
  }

  private void found(Object name, Object now, Map<Object, Object> created) {
    if (table(List.of()).values(NAME).contains(name)) {
      return;
    }
    Map<Column, Object> row = new EnumMap<>(Column.class);
    Arrays.stream(Column.values()).forEach(column -> row.put(column, null));
    row.put(ID, created.getOrDefault(name, nextId()));
    row.put(NAME, name);
    row.put(Column.ORGANIZATION_ID, organizationId);
    row.put(STATUS, "active");
    row.put(Column.CREATED_AT, now);
    row.put(Column.UPDATED_AT, now);
    if (organization.shown().contains(TOMBSTONE)) {
      row.put(TOMBSTONE, false);
      row.put(Column.VISIBILITY, "shared");
    }
    rows.put(row.get(ID), row);
    founded++;
  }

  /** What differs from the rows that there are; empty = nothing. */
  String difference(List<Map<Column, Object>> there) {
    Map<Object, Map<Column, Object>> surplus = new LinkedHashMap<>();
    there.forEach(row -> surplus.put(row.get(ID), row));
    List<String> differences = new ArrayList<>();
    rows.forEach(
        (id, row) -> {
          Map<Column, Object> other = surplus.remove(id);
          if (!row.equals(other)) {
            differences.add("expected " + row + " but is " + other);
          }
        });
    surplus.values().forEach(row -> differences.add("not expected: " + row));
    return differences.isEmpty()
        ? ""
        : differences.size()
            + " rows differ: "
            + differences.subList(0, Math.min(3, differences.size()));
  }
}
