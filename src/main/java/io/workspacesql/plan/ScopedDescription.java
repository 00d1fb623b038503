package io.workspacesql.plan;

import static java.util.stream.Collectors.joining;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.Listing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words which requests a scan will need on a connection with a scoped token. */
record ScopedDescription(ScanPlan plan, Outlook outlook, TokenScope scope) {
  private static final String OLDER =
      "what was learned of the token's workspace is over a minute old";
  private static final ColumnDefinition WORKSPACE_NAME =
      ListedTables.CONNECTORS.column("workspace_name");

  List<PlanLine> lines() {
    Listing listing = plan.table().listing();
    if (plan.table().kind().isLocal() || listing == Listing.SCOPED_TOKEN_INFO) {
      return new ScanDescription(plan, outlook.asking(scope.infoPath())).lines();
    }
    BoundScan known = plan.joinKeys() == null ? plan.boundWithoutParameters() : null;
    try {
      BoundScan narrowed = known == null ? null : scope.narrowed(known);
      if (narrowed != null && narrowed.access() instanceof BoundAccess.Nothing nothing) {
        return List.of(PlanLine.local("no row is possible: " + nothing.reason()));
      }
      if (plan.mintsToken()) {
        throw scope.refusal("Minting a token");
      }
      return listing == null ? workspace(plan) : listed(listing, narrowed);
    } catch (SQLException e) {
      return List.of(PlanLine.local("refused: " + e.getMessage()));
    }
  }

  private List<PlanLine> workspace(ScanPlan scan) {
    String checked = new RowChecks(scan).checked();
    List<ColumnDefinition> untold = scope.untold(scan.columnsWithConditions());
    String names = untold.stream().map(ColumnDefinition::name).collect(joining(", "));
    if (untold.isEmpty() || !scope.asksMore()) {
      String never = untold.isEmpty() ? "" : "; the server does not tell a scoped token: " + names;
      return List.of(get(scope.infoPath(), null, "only when " + OLDER + never + checked));
    }
    String why = "for what the scoped token's info does not tell: " + names;
    return List.of(
        get(RequestPart.KEY.text(), null, why + checked),
        get(scope.infoPath(), null, "only when the server refuses the line above, or " + OLDER));
  }

  private List<PlanLine> listed(Listing listing, @Nullable BoundScan narrowed) throws SQLException {
    if (listing != Listing.CONNECTORS) {
      throw scope.refusal("Reading " + plan.table().name());
    }
    List<PlanLine> lines = new ArrayList<>();
    boolean readsName =
        plan.columnsWithConditions().contains(WORKSPACE_NAME)
            && ConnectorsAccess.readsWorkspaces(plan);
    if (readsName) {
      lines.addAll(workspace(ConnectorsAccess.workspaces(plan)));
    }
    String query =
        narrowed != null && narrowed.access() instanceof BoundAccess.Calls calls
            ? ListingDescription.text(calls.calls().get(0).query())
            : RequestPart.WORKSPACE_ID.text() + scope.workspaceId();
    String why = "the connectors of the token's workspace; another workspace is refused";
    lines.add(get(listing.path(), query, why + new RowChecks(plan).checked()));
    return lines;
  }

  private static PlanLine get(String path, @Nullable String query, String explanation) {
    return new PlanLine("GET", path, query, "1", explanation);
  }
}
