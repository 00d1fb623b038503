package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.QueryParameter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The connectors of the one workspace that a scoped token is for. A statement need not name it; one
 * that names another is refused, as no rows would say that there are none.
 */
record OwnConnectors(TokenScope scope) {
  private static final ColumnDefinition WORKSPACE_ID =
      ListedTables.CONNECTORS.column("workspace_id");
  private static final ColumnDefinition WORKSPACE_NAME =
      ListedTables.CONNECTORS.column("workspace_name");

  /**
   * @throws SQLException 42501 when the scan names another workspace
   */
  BoundScan narrowed(BoundScan scan) throws SQLException {
    if (scan.access() instanceof BoundAccess.CallPerWorkspace calls) {
      refuseOthers(calls.named());
      return scan.by(perWorkspace(calls, scan));
    }
    List<ListingCall> calls = ((BoundAccess.Calls) scan.access()).calls();
    for (ListingCall call : calls) {
      refuseOthers(call.query().subList(0, 1));
    }
    return scan.by(new BoundAccess.Calls(calls.stream().map(this::own).distinct().toList()));
  }

  /** Its name is read beside only where the statement shows or compares it. */
  private BoundAccess perWorkspace(BoundAccess.CallPerWorkspace calls, BoundScan scan)
      throws SQLException {
    List<QueryParameter> named = List.of(parameter());
    if (scan.columns().contains(WORKSPACE_NAME)) {
      BoundScan workspaces = scope.narrowed(calls.workspaces());
      return new BoundAccess.CallPerWorkspace(workspaces, calls.query(), named);
    }
    List<QueryParameter> query = new ArrayList<>(named);
    query.addAll(calls.query());
    Map<ColumnDefinition, Object> supplied = Map.of(WORKSPACE_ID, scope.workspaceId());
    return new BoundAccess.Calls(List.of(new ListingCall(query, supplied)));
  }

  /** By id, since the server may know several workspaces of a name. */
  private ListingCall own(ListingCall call) {
    if (isName(call.query().get(0)) && knownName() == null) {
      return call;
    }
    List<QueryParameter> query = new ArrayList<>(call.query());
    query.set(0, parameter());
    return new ListingCall(query, call.supplied());
  }

  private QueryParameter parameter() {
    return new QueryParameter(WORKSPACE_ID.name(), scope.workspaceId());
  }

  private void refuseOthers(List<QueryParameter> named) throws SQLException {
    for (QueryParameter workspace : named) {
      String own = isName(workspace) ? knownName() : scope.workspaceId();
      if (own != null && !own.equals(workspace.value())) {
        throw scope.refusal("Reading the connectors of another workspace");
      }
    }
  }

  /** Null = the server is to decide whose name a statement says. */
  private @Nullable String knownName() {
    return scope.nameIsFresh() ? scope.workspaceName() : null;
  }

  private static boolean isName(QueryParameter workspace) {
    return workspace.name().equals(WORKSPACE_NAME.name());
  }
}
