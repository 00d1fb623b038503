package io.workspacesql.plan;

import io.workspacesql.catalog.Listing;
import io.workspacesql.catalog.QueryParameter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses which requests bring the rows of a table that is listed without pages. */
record ListingAccess(
    Listing listing, ScanPlan plan, BoundConditions conditions, List<@Nullable Object> parameters) {

  BoundAccess access() throws SQLException {
    return switch (listing) {
      case CONNECTORS -> new ConnectorsAccess(plan, conditions).access(parameters);
      case CONNECTOR_DEFINITIONS -> oneCall(definitionName());
      case SOURCE_TEMPLATES, CONNECTION_TEMPLATES ->
          oneCall(TagSearch.of(conditions.of(RequestPart.TAGS)));
      case SCOPED_TOKEN_INFO, TEMPLATE_TAGS, WORKSPACE_STATS -> oneCall(List.of());
    };
  }

  private static BoundAccess oneCall(List<QueryParameter> query) {
    return new BoundAccess.Calls(List.of(new ListingCall(query, Map.of())));
  }

  /** One list of all is cheaper than several of some. */
  private List<QueryParameter> definitionName() {
    List<String> needles = conditions.fewestNeedles(RequestPart.DEFINITION_NAME);
    return needles.size() == 1 ? List.of(new QueryParameter("name", needles.get(0))) : List.of();
  }
}
