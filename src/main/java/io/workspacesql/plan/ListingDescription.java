package io.workspacesql.plan;

import io.workspacesql.catalog.QueryParameter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words which request the scan of a table without pages will need. */
record ListingDescription(String path, ScanPlan plan, RowChecks checks) {
  static final String LATER = "…";

  /**
   * @param known the access, where no parameter is needed to tell it
   */
  PlanLine line(@Nullable BoundAccess known) {
    String query =
        known instanceof BoundAccess.Calls calls ? text(calls.calls().get(0).query()) : laterText();
    return line(query, "1", "one answer with all rows");
  }

  PlanLine line(String query, String atMost, String why) {
    String text = query.isEmpty() ? null : query;
    return new PlanLine("GET", path, text, atMost, why + checks.checked());
  }

  static String text(List<QueryParameter> query) {
    return query.stream().map(QueryParameter::toString).collect(Collectors.joining("&"));
  }

  private String laterText() {
    return plan.conditions().stream()
        .map(plan::part)
        .filter(Objects::nonNull)
        .map(part -> part.text() + LATER)
        .distinct()
        .collect(Collectors.joining("&"));
  }
}
