package io.workspacesql.plan;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.QueryParameter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how the rows of {@code connectors} come in. The API lists those of one workspace, which
 * the request names by id or by name and the answer does not name at all; where both are wanted, or
 * neither is known, the workspaces are read first.
 */
record ConnectorsAccess(ScanPlan plan, BoundConditions conditions) {
  private static final ColumnDefinition WORKSPACE_ID =
      ListedTables.CONNECTORS.column("workspace_id");
  private static final ColumnDefinition WORKSPACE_NAME =
      ListedTables.CONNECTORS.column("workspace_name");
  private static final ColumnDefinition ID = Catalog.WORKSPACES.column("id");
  private static final ColumnDefinition NAME = Catalog.WORKSPACES.column("name");

  BoundAccess access(List<@Nullable Object> parameters) throws SQLException {
    List<QueryParameter> query = new ArrayList<>();
    Set<Object> definitions = conditions.allowed(RequestPart.DEFINITION_ID);
    if (definitions != null) {
      List<String> canonical = WorkspacesAccess.canonical(definitions);
      if (canonical.isEmpty()) {
        return new BoundAccess.Nothing("no definition_id is a UUID in lower case");
      }
      if (canonical.size() == 1) {
        query.add(new QueryParameter("definition_id", canonical.get(0)));
      }
    }
    return access(query, parameters);
  }

  private BoundAccess access(List<QueryParameter> query, List<@Nullable Object> parameters)
      throws SQLException {
    Set<Object> ids = conditions.allowed(RequestPart.WORKSPACE_ID);
    Set<Object> names = conditions.allowed(RequestPart.WORKSPACE_NAME);
    if (ids != null && WorkspacesAccess.canonical(ids).isEmpty()) {
      return new BoundAccess.Nothing("no workspace_id is a UUID in lower case");
    }
    if (names != null && names(names).isEmpty()) {
      return new BoundAccess.Nothing("no workspace can have this name");
    }
    if (readsWorkspaces(plan)) {
      BoundScan workspaces = workspaces(plan).bind(parameters);
      return new BoundAccess.CallPerWorkspace(workspaces, query, named(ids, names));
    }
    return ids != null
        ? calls(WORKSPACE_ID, WorkspacesAccess.canonical(ids), query)
        : calls(WORKSPACE_NAME, names(Objects.requireNonNull(names)), query);
  }

  private static List<QueryParameter> named(
      @Nullable Set<Object> ids, @Nullable Set<Object> names) {
    List<QueryParameter> named = new ArrayList<>();
    if (ids != null) {
      WorkspacesAccess.canonical(ids)
          .forEach(id -> named.add(new QueryParameter(WORKSPACE_ID.name(), id)));
    }
    if (names != null) {
      names(names).forEach(name -> named.add(new QueryParameter(WORKSPACE_NAME.name(), name)));
    }
    return named;
  }

  /**
   * Those that can be names: a server may take an empty filter for none, and half a surrogate pair
   * has no UTF-8.
   */
  private static List<String> names(Set<Object> names) {
    return new TreeSet<>(names.stream().map(String.class::cast).toList())
        .stream()
            .filter(name -> !name.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(name))
            .toList();
  }

  private static BoundAccess calls(
      ColumnDefinition column, List<String> values, List<QueryParameter> query) {
    return new BoundAccess.Calls(
        values.stream().map(value -> call(Map.of(column, value), column, query)).toList());
  }

  /**
   * The request for the connectors of a workspace, given by its id and name; a server may keep the
   * name to itself.
   */
  static ListingCall call(@Nullable Object[] workspace, List<QueryParameter> query) {
    Map<ColumnDefinition, @Nullable Object> supplied = new HashMap<>();
    supplied.put(WORKSPACE_ID, Objects.requireNonNull(workspace[0]));
    supplied.put(WORKSPACE_NAME, workspace[1]);
    return call(supplied, WORKSPACE_ID, query);
  }

  private static ListingCall call(
      Map<ColumnDefinition, @Nullable Object> supplied,
      ColumnDefinition asked,
      List<QueryParameter> query) {
    List<QueryParameter> all = new ArrayList<>();
    all.add(new QueryParameter(asked.name(), String.valueOf(supplied.get(asked))));
    all.addAll(query);
    return new ListingCall(all, supplied);
  }

  /** Whether the requests cannot be told from the statement alone. */
  static boolean readsWorkspaces(ScanPlan plan) {
    List<ColumnDefinition> wanted = plan.columnsWithConditions();
    boolean byId = names(plan, WORKSPACE_ID);
    boolean byName = names(plan, WORKSPACE_NAME);
    return byId ? wanted.contains(WORKSPACE_NAME) : !byName || wanted.contains(WORKSPACE_ID);
  }

  private static boolean names(ScanPlan plan, ColumnDefinition column) {
    JoinKeys joined = plan.joinKeys();
    return (joined != null && joined.column().equals(column))
        || plan.conditions().stream()
            .anyMatch(condition -> condition.column().equals(column) && plan.isNamedBy(condition));
  }

  /** The read of the workspaces, with what the conditions say of them. */
  static ScanPlan workspaces(ScanPlan plan) {
    ScanPlan workspaces = ScanPlan.of(Catalog.WORKSPACES).withColumns(List.of(ID, NAME));
    List<Condition> moved = new ArrayList<>();
    for (Condition condition : plan.conditions()) {
      ColumnDefinition column = ofWorkspaces(condition.column());
      if (column != null) {
        moved.add(condition.on(column));
      }
    }
    JoinKeys joined = plan.joinKeys();
    ColumnDefinition key = joined == null ? null : ofWorkspaces(joined.column());
    ScanPlan read = workspaces.withConditions(moved);
    return joined == null || key == null || !read.hasKey(key)
        ? read
        : read.joinedOn(new JoinKeys(key, joined.side()));
  }

  private static @Nullable ColumnDefinition ofWorkspaces(ColumnDefinition column) {
    if (column.equals(WORKSPACE_ID)) {
      return ID;
    }
    return column.equals(WORKSPACE_NAME) ? NAME : null;
  }
}
