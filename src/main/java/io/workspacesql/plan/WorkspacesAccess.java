package io.workspacesql.plan;

import io.workspacesql.model.WorkspaceId;
import io.workspacesql.model.WorkspaceStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Chooses how the rows of {@code workspaces} come in. */
record WorkspacesAccess(ScanPlan plan, BoundConditions conditions) {
  private static final String ID = "id";
  private static final String STATUS = "status";

  BoundAccess access() {
    Set<Object> ids = conditions.allowed(RequestPart.KEY);
    return ids == null ? listAccess() : keyAccess(ids);
  }

  private static BoundAccess keyAccess(Set<Object> ids) {
    List<String> canonical = canonical(ids);
    return canonical.isEmpty()
        ? new BoundAccess.Nothing("no id is a UUID in lower case")
        : new BoundAccess.Keys(canonical);
  }

  /** Those that can be ids, in their order. */
  static List<String> canonical(Set<Object> ids) {
    return new TreeSet<>(ids.stream().map(String.class::cast).toList())
        .stream().filter(WorkspaceId::isCanonical).toList();
  }

  private BoundAccess listAccess() {
    Set<Object> statuses = conditions.allowed(RequestPart.STATUS);
    if (statuses != null && statuses.isEmpty()) {
      return new BoundAccess.Nothing("no status fits all conditions");
    }
    WorkspaceStatus status = statuses == null ? null : onlyStatus(statuses).orElse(null);
    boolean speakOfStatus = conditions.onlySpeakOf(STATUS);
    boolean requestSaysAll = conditions.areNone() || (status != null && speakOfStatus);
    boolean counted = plan.isCountedByApi();
    if (counted && plan.measure() == Measure.COUNT && requestSaysAll) {
      return new BoundAccess.Count(status);
    }
    if (counted && plan.measure() == Measure.COUNT_BY_STATUS && speakOfStatus) {
      return new BoundAccess.CountByStatus();
    }
    List<BoundAccess.Pages> lists =
        conditions.fewestNeedles(RequestPart.NAME).stream()
            .map(needle -> new BoundAccess.Pages(needle, status))
            .toList();
    return switch (lists.size()) {
      case 0 -> new BoundAccess.Pages(null, status);
      case 1 -> lists.get(0);
      default -> new BoundAccess.Lists(lists);
    };
  }

  private static Optional<WorkspaceStatus> onlyStatus(Set<Object> statuses) {
    return statuses.size() == 1
        ? WorkspaceStatus.of((String) statuses.iterator().next())
        : Optional.empty();
  }

  /** Conditions that the request says whole leave nothing for the filter to drop. */
  boolean filterDrops(BoundAccess access) {
    if (access instanceof BoundAccess.Keys) {
      return !conditions.onlySpeakOf(ID);
    }
    if (access instanceof BoundAccess.Pages pages && pages.status() != null) {
      return !conditions.onlySpeakOf(STATUS);
    }
    return !conditions.areNone();
  }
}
