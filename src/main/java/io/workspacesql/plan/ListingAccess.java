package io.workspacesql.plan;

import io.workspacesql.catalog.Listing;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses which requests bring the rows of a table that is listed without pages. */
record ListingAccess(
    Listing listing, ScanPlan plan, BoundConditions conditions, List<@Nullable Object> parameters) {

  BoundAccess access() throws SQLException {
    return switch (listing) {
      case CONNECTORS -> new ConnectorsAccess(plan, conditions).access(parameters);
      case WORKSPACE_STATS -> new BoundAccess.Calls(List.of(ListingCall.PLAIN));
    };
  }
}
