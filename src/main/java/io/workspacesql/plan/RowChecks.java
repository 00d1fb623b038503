package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which conditions are checked on every row, and why the request does not say them. */
final class RowChecks {
  private final ScanPlan plan;
  private final List<Condition> conditions;

  RowChecks(ScanPlan plan) {
    this.plan = plan;
    this.conditions = plan.conditions();
  }

  /** What is checked on the rows of any other source than a list. */
  String checked() {
    return conditions.isEmpty() ? "" : "; each row is checked: " + Condition.describe(conditions);
  }

  /** What is checked on the rows of this list; null = it depends on parameters. */
  String checked(BoundAccess.@Nullable Pages pages) {
    List<String> reasons = new ArrayList<>();
    for (Condition condition : conditions) {
      String reason = notSent(condition, pages);
      if (reason != null && !reasons.contains(reason)) {
        reasons.add(reason);
      }
    }
    return checked() + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")");
  }

  private @Nullable String notSent(Condition condition, BoundAccess.@Nullable Pages pages) {
    RequestPart part = plan.part(condition);
    if (part == RequestPart.NAME) {
      return pages == null || pages.nameContains() != null
          ? "name_contains may let more names through"
          : "no text that every server finds, or too short a one among several";
    }
    if (part == RequestPart.STATUS) {
      return pages == null || pages.status() != null
          ? null
          : "the API filters by one status, active or inactive";
    }
    return reason(condition.column().name());
  }

  private String reason(String column) {
    return PushdownRule.knows(plan.table(), column)
        ? "the API does not compare " + column + " in this way"
        : "the API has no filter for " + column;
  }
}
