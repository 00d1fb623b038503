package io.workspacesql.soundness;

import static io.workspacesql.soundness.Column.CACHE_ENABLED;
import static io.workspacesql.soundness.Column.NAME;
import static io.workspacesql.soundness.Column.STATUS;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What statements must do to the organization as the model has it. It shares no code with the
 * driver.
 */
record Intents(WrittenOrganization organization, Model model) {

  /** Whether the guard lets a statement pass. */
  boolean isAdmitted(Write write) {
    return !organization.isGuarded() || write.saysWhichRows();
  }

  /**
   * What a statement without mistakes must do.
   *
   * @param created the ids of the workspaces that it creates, by name; of one that is missing it is
   *     the next id
   */
  Intent of(Write write, List<Object> parameters, Via via, Map<Object, Object> created) {
    Table table = model.table(parameters);
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
        .map(id -> values(copy.columns(), copy.values(), table, model.rows().get(id)))
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
        id -> values(columns, nodes, table, model.rows().getOrDefault(id, Map.of()));
    List<Object> ids = update.which().ids(table);
    boolean isShared = update.isConstant();
    Set<String> wrong =
        Stream.concat(ids.stream(), isShared ? Stream.of("any") : Stream.of())
            .flatMap(id -> Stream.ofNullable(Rules.wrong(news.apply(id))))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Assignment> given = update.assignments().stream().filter(Assignment::isGiven).toList();
    Stream.ofNullable(
            Rules.wrong(
                values(
                    given.stream().map(Assignment::column).toList(),
                    given.stream().map(Assignment::value).toList(),
                    table,
                    Map.of())))
        .forEach(wrong::add);
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
    return !clears || organization.nullClears() || model.rows().get(id).get(CACHE_ENABLED) == null;
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
            .flatMap(values -> Stream.ofNullable(Rules.wrongInNew(values)))
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
      return Intent.refused(Rules.TAKEN);
    }
    List<Object> taken = isReal ? table.values(NAME) : List.of();
    List<Sent> requests =
        wanted.stream()
            .filter(values -> !taken.contains(values.get(NAME)))
            .flatMap(values -> creation(values, created))
            .toList();
    boolean anyTaken = names.stream().anyMatch(taken::contains);
    Set<String> failures = anyTaken ? Set.of(Rules.TAKEN) : Set.of();
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
            : Stream.of(Sent.put(created.getOrDefault(name, model.nextId()), rest));
    return Stream.concat(Stream.of(organization.creation(name)), completion);
  }

  private static Map<String, Object> body(Map<Column, Object> values) {
    Map<String, Object> body = new LinkedHashMap<>();
    values.forEach((column, value) -> body.put(column.sqlName(), value));
    return body;
  }

  /** Ids that the condition names and nobody has. */
  private static Set<Object> unknownIds(Which which, Table table) {
    return Stream.of(which.query().where(), which.query().other())
        .flatMap(Intents::parts)
        .filter(node -> node instanceof Node.Literal || node instanceof Node.Parameter)
        .map(node -> table.value(node, Map.of()))
        .filter(value -> value instanceof String text && text.matches("[0-9a-f-]{36}"))
        .filter(id -> table.byId(id) == null)
        .collect(Collectors.toSet());
  }

  private static Stream<Node> parts(Node node) {
    return Stream.concat(Stream.of(node), node.operands().stream().flatMap(Intents::parts));
  }
}
