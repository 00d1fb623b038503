package io.workspacesql.plan;

import io.workspacesql.catalog.TableKind;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in words which requests a scan will need. Parameters have no value yet, so each stands for
 * its name: {@code ?1}.
 */
final class ScanDescription {
  private final ScanPlan plan;
  private final PlanSettings settings;

  ScanDescription(ScanPlan plan, PlanSettings settings) {
    this.plan = plan;
    this.settings = settings;
  }

  PlanLine line() {
    if (plan.table().kind() == TableKind.SYSTEM_TABLE) {
      return PlanLine.local("rows of " + plan.table().name() + " are in the driver" + checked());
    }
    List<Condition.In> onId = equalities("id");
    if (!onId.isEmpty()) {
      return keys(onId.get(0));
    }
    return plan.counting() && plan.conditions().size() == equalities("status").size()
        ? count()
        : list();
  }

  private PlanLine keys(Condition.In onId) {
    int most = onId.values().size();
    return new PlanLine(
        "GET",
        "/workspaces/{id}",
        onId.describe(),
        Integer.toString(most),
        "one request per distinct id that is a UUID in lower case" + checked());
  }

  private PlanLine count() {
    if (!settings.countsFromStats()) {
      return list();
    }
    return new PlanLine(
        "GET",
        "/workspaces/stats",
        null,
        "1",
        "a count comes from the statistics while active + inactive = total,"
            + " otherwise from walking the list");
  }

  private PlanLine list() {
    BoundScan known = boundConstants();
    if (known != null && known.access() instanceof BoundAccess.Nothing nothing) {
      return PlanLine.local("no row is possible: " + nothing.reason());
    }
    return new PlanLine("GET", "/workspaces", queryText(known), atMost(known), why(known));
  }

  private String queryText(@Nullable BoundScan known) {
    List<String> parts = new ArrayList<>();
    for (Condition condition : plan.conditions()) {
      if (condition.column().name().equals("name")) {
        parts.add("name_contains=" + needle(condition, known));
      } else if (condition.column().name().equals("status") && isSent(condition)) {
        parts.add("status=" + ((Condition.In) condition).values().get(0).describe());
      }
    }
    parts.removeIf(part -> part.equals("name_contains="));
    parts.add("limit=" + pageSize(known));
    return String.join("&", parts);
  }

  private static boolean isSent(Condition condition) {
    return condition instanceof Condition.In in
        && in.values().size() == 1
        && (!(in.values().get(0) instanceof Operand.Constant constant)
            || WorkspaceStatus.of((String) constant.value()).isPresent());
  }

  private static String needle(Condition condition, @Nullable BoundScan known) {
    if (known != null && known.access() instanceof BoundAccess.Pages pages) {
      return pages.nameContains() == null ? "" : pages.nameContains();
    }
    return condition instanceof Condition.In in
        ? in.values().stream().map(Operand::describe).collect(Collectors.joining(","))
        : ((Condition.Like) condition).pattern().describe();
  }

  private String pageSize(@Nullable BoundScan known) {
    return Long.toString(known == null ? settings.pageSize() : firstPage(known));
  }

  private long firstPage(BoundScan scan) {
    return scan.filterDrops() || scan.fetch() == Long.MAX_VALUE
        ? settings.pageSize()
        : Math.min(settings.pageSize(), saturatedSum(scan.offset(), scan.fetch()));
  }

  private String atMost(@Nullable BoundScan known) {
    if (known == null || known.filterDrops() || known.fetch() == Long.MAX_VALUE) {
      return "⌈rows/" + settings.pageSize() + "⌉";
    }
    long rows = saturatedSum(known.offset(), known.fetch());
    return Long.toString((rows + settings.pageSize() - 1) / settings.pageSize());
  }

  private String why(@Nullable BoundScan known) {
    String bound =
        known != null && !known.filterDrops() && known.fetch() != Long.MAX_VALUE
            ? "the walk ends with the last row wanted"
            : "rows = workspaces that pass the filters sent; known only at the end of the walk";
    return bound + checked();
  }

  private String checked() {
    return plan.conditions().isEmpty()
        ? ""
        : "; each row is checked: " + Condition.describe(plan.conditions());
  }

  private List<Condition.In> equalities(String column) {
    return plan.conditions().stream()
        .filter(condition -> condition.column().name().equals(column))
        .filter(Condition.In.class::isInstance)
        .map(Condition.In.class::cast)
        .toList();
  }

  /** The scan's binding when it has no parameter, otherwise null. */
  private @Nullable BoundScan boundConstants() {
    try {
      return plan.bind(List.of());
    } catch (IndexOutOfBoundsException | SQLException e) {
      return null; // a parameter has no value yet, or a bad constant will be reported when it runs
    }
  }

  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
