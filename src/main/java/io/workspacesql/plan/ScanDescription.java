package io.workspacesql.plan;

import io.workspacesql.catalog.TableKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words which requests a scan will need; a parameter stands as {@code ?1}. */
final class ScanDescription {
  private static final String LIST = "/workspaces";

  private final ScanPlan plan;
  private final PlanSettings settings;

  ScanDescription(ScanPlan plan, PlanSettings settings) {
    this.plan = plan;
    this.settings = settings;
  }

  List<PlanLine> lines() {
    if (plan.table().kind() == TableKind.SYSTEM_TABLE) {
      return List.of(
          PlanLine.local("rows of " + plan.table().name() + " are in the driver" + checked()));
    }
    BoundScan known = withoutParameters();
    return known == null ? List.of(withParameters()) : lines(known);
  }

  private List<PlanLine> lines(BoundScan scan) {
    BoundAccess access = scan.access();
    if (access instanceof BoundAccess.Nothing nothing) {
      return List.of(PlanLine.local("no row is possible: " + nothing.reason()));
    }
    if (access instanceof BoundAccess.Keys keys) {
      return List.of(keys(keys.ids().size(), null));
    }
    if (access instanceof BoundAccess.Lists lists) {
      return lists.lists().stream().map(list -> list(scan, list)).toList();
    }
    if (access instanceof BoundAccess.Pages pages) {
      return List.of(list(scan, pages));
    }
    return List.of(settings.countsFromStats() ? stats() : list(scan, countedList(access)));
  }

  private static BoundAccess.Pages countedList(BoundAccess access) {
    return new BoundAccess.Pages(
        null, access instanceof BoundAccess.Count count ? count.status() : null);
  }

  private PlanLine keys(int most, @Nullable String queryText) {
    return new PlanLine(
        "GET",
        "/workspaces/{id}",
        queryText,
        Integer.toString(most),
        "one request per distinct id" + orFewerPages(most) + checked());
  }

  private static String orFewerPages(int most) {
    return most > 1 ? ", or the pages of the list where those are fewer" : "";
  }

  private PlanLine stats() {
    return new PlanLine(
        "GET",
        "/workspaces/stats",
        null,
        "1",
        "counts come from the statistics while active + inactive = total,"
            + " otherwise from walking the list");
  }

  private PlanLine list(BoundScan scan, BoundAccess.Pages pages) {
    List<String> parts = new ArrayList<>();
    if (pages.nameContains() != null) {
      parts.add("name_contains=" + pages.nameContains());
    }
    if (pages.status() != null) {
      parts.add("status=" + pages.status().text());
    }
    parts.add("limit=" + firstPage(scan));
    return new PlanLine("GET", LIST, String.join("&", parts), atMost(scan), why(scan));
  }

  private PlanLine withParameters() {
    List<Condition.In> onId = equalities("id");
    if (!onId.isEmpty()) {
      return keys(onId.get(0).values().size(), onId.get(0).describe());
    }
    boolean countedByStatus =
        plan.measure() != Measure.ROWS
            && plan.conditions().size() == equalities("status").size()
            && settings.countsFromStats();
    return countedByStatus ? stats() : listWithParameters();
  }

  private PlanLine listWithParameters() {
    List<String> parts = new ArrayList<>();
    for (Condition condition : plan.conditions()) {
      String column = condition.column().name();
      if (column.equals("name")) {
        parts.add("name_contains=… of " + condition.describe());
      } else if (column.equals("status")) {
        parts.add("status=… of " + condition.describe());
      }
    }
    parts.add("limit=" + settings.pageSize());
    return new PlanLine("GET", LIST, String.join("&", parts), pagesOfRows(), unknownRows());
  }

  private long firstPage(BoundScan scan) {
    return hasBound(scan) ? Math.min(settings.pageSize(), wantedRows(scan)) : settings.pageSize();
  }

  private String atMost(BoundScan scan) {
    return hasBound(scan)
        ? Long.toString((wantedRows(scan) - 1) / settings.pageSize() + 1)
        : pagesOfRows();
  }

  private String why(BoundScan scan) {
    return hasBound(scan) ? "the walk ends with the last row wanted" + checked() : unknownRows();
  }

  private String unknownRows() {
    return "rows = workspaces that pass the filters sent, known at the end of the walk" + checked();
  }

  private String pagesOfRows() {
    return "⌈rows/" + settings.pageSize() + "⌉";
  }

  private static boolean hasBound(BoundScan scan) {
    return !scan.filterDrops() && scan.fetch() != Long.MAX_VALUE;
  }

  private static long wantedRows(BoundScan scan) {
    long rows = scan.offset() + scan.fetch();
    return rows < 0 ? Long.MAX_VALUE : rows;
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
        .filter(in -> in.fold() == Fold.NONE)
        .collect(Collectors.toList());
  }

  /** The scan's binding when no parameter is needed, otherwise null. */
  private @Nullable BoundScan withoutParameters() {
    try {
      return plan.bind(List.of());
    } catch (IndexOutOfBoundsException | SQLException e) {
      return null; // a parameter has no value yet; a bad constant is reported when the plan runs
    }
  }
}
