package io.workspacesql.plan;

import java.util.List;

/** Chooses which requests bring the rows of a table that is listed without pages. */
record ListingAccess(ScanPlan plan, BoundConditions conditions) {

  BoundAccess access() {
    return new BoundAccess.Calls(List.of(ListingCall.PLAIN));
  }
}
