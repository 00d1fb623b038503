package io.workspacesql.plan;

import io.workspacesql.catalog.Listing;
import io.workspacesql.catalog.QueryParameter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words which requests the scan of a table without pages will need. */
record ListingDescription(ScanPlan plan, RowChecks checks) {

  /** Of calls that are known. */
  List<PlanLine> lines(BoundAccess.Calls calls) {
    return calls.calls().stream()
        .map(call -> line(text(call.query()), "1", "one answer with all rows"))
        .toList();
  }

  private PlanLine line(@Nullable String query, String atMost, String why) {
    Listing listing = Objects.requireNonNull(plan.table().listing());
    return new PlanLine("GET", listing.path(), query, atMost, why + checks.checked());
  }

  private static @Nullable String text(List<QueryParameter> query) {
    return query.isEmpty()
        ? null
        : query.stream().map(QueryParameter::toString).collect(Collectors.joining("&"));
  }
}
