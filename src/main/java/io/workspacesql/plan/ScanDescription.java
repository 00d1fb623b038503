package io.workspacesql.plan;

import io.workspacesql.catalog.Listing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says in words which requests a scan will need; a parameter stands as {@code ?1}. */
final class ScanDescription {
  private static final String LIST = "/workspaces";
  private static final String LATER = "…";
  private static final String LAST_ROW = "the walk ends with the last row wanted";
  private static final String FILTERED_ROWS = "rows = workspaces that pass the filters sent";
  private static final String OR_WHOLE_LIST =
      ", or the pages of the list without this filter where those are fewer";

  private static final String WHERE_FEWER = "the pages of the list where those are fewer";
  private static final String SEARCH =
      "unless earlier reads tell how long it is, pages come first as long as they bring about as"
          + " many rows";
  private static final String MANY = "with more than " + RequestCost.ASKS_SIZE_ABOVE + ", ";

  private final ScanPlan plan;
  private final Outlook outlook;
  private final RowChecks checks;

  ScanDescription(ScanPlan plan, Outlook outlook) {
    this.plan = plan;
    this.outlook = outlook;
    this.checks = new RowChecks(plan);
  }

  List<PlanLine> lines() {
    if (plan.call() != null) {
      return new TokenDescription(plan.call(), outlook, checks).lines();
    }
    if (plan.table().kind().isLocal()) {
      String table = plan.table().schema() + "." + plan.table().name();
      return List.of(PlanLine.local("the driver holds the rows of " + table + checks.checked()));
    }
    Listing listing = plan.table().listing();
    BoundScan known = plan.joinKeys() == null ? plan.boundWithoutParameters() : null;
    if (listing != null && !(known != null && known.access() instanceof BoundAccess.Nothing)) {
      return listed(listing, known == null ? null : known.access());
    }
    if (plan.joinKeys() != null) {
      return List.of(joinedKeys());
    }
    return known == null ? withParameters() : lines(known);
  }

  private List<PlanLine> listed(Listing listing, @Nullable BoundAccess known) {
    ListingDescription description = new ListingDescription(path(listing), plan, checks);
    return listing == Listing.CONNECTORS
        ? new ConnectorsDescription(plan, outlook, description).lines(known)
        : List.of(description.line(known));
  }

  private String path(Listing listing) {
    return listing == Listing.SCOPED_TOKEN_INFO
        ? outlook.settings().tokenInfoPath()
        : listing.path();
  }

  private List<PlanLine> lines(BoundScan scan) {
    BoundAccess access = scan.access();
    if (access instanceof BoundAccess.Nothing nothing) {
      return List.of(PlanLine.local("no row is possible: " + nothing.reason()));
    }
    if (access instanceof BoundAccess.Keys keys) {
      return List.of(keys(keys.ids().size()));
    }
    ScanDescription full = new ScanDescription(plan, outlook.withoutFetchSize());
    if (access instanceof BoundAccess.Lists lists) {
      return lists.lists().stream()
          .map(list -> full.list(scan, list, OR_WHOLE_LIST + checks.checked(list)))
          .toList();
    }
    if (access instanceof BoundAccess.Pages pages) {
      ScanDescription read = plan.measure() == Measure.ROWS ? this : full;
      return List.of(read.list(scan, pages, checks.checked(pages)));
    }
    BoundAccess.Pages counted = countedList(access);
    return List.of(
        outlook.settings().countsFromStats()
            ? statistics()
            : full.list(scan, counted, checks.checked(counted)));
  }

  private static BoundAccess.Pages countedList(BoundAccess access) {
    return new BoundAccess.Pages(
        null, access instanceof BoundAccess.Count count ? count.status() : null);
  }

  private PlanLine keys(int ids) {
    boolean wantsSize = ids > RequestCost.ASKS_SIZE_ABOVE;
    String choice = (ids > 1 ? ", or " + WHERE_FEWER : "") + (wantsSize ? howSizeIsKnown() : "");
    return request(
        RequestPart.KEY.text(),
        null,
        Long.toString(wantsSize ? mostWithSize(ids) : ids),
        "one request per distinct id" + choice + checks.checked());
  }

  private String howSizeIsKnown() {
    return outlook.asksStats() ? " (one request to the statistics tells)" : " (" + SEARCH + ")";
  }

  private long mostWithSize(int ids) {
    return outlook.asksStats() ? ids + 1 : RequestCost.ofSearch(ids);
  }

  private PlanLine joinedKeys() {
    boolean searches = !plan.filtersList() && !outlook.asksStats();
    return request(
        RequestPart.KEY.text(),
        null,
        searches ? "keys + keys/10" : "keys",
        "keys = distinct ids that the other side of the join brings; "
            + (plan.filtersList() ? MANY + "the pages of the filtered list" : WHERE_FEWER)
            + (searches ? "; " + MANY + SEARCH : "")
            + checks.checked());
  }

  private static PlanLine statistics() {
    return request(
        RequestPart.STATISTICS.text(),
        null,
        "1",
        "counts come from the statistics while active + inactive = total,"
            + " otherwise from walking the list");
  }

  private PlanLine list(BoundScan scan, BoundAccess.Pages pages, String checked) {
    List<String> query = new ArrayList<>();
    if (pages.nameContains() != null) {
      query.add(RequestPart.NAME.text() + pages.nameContains());
    }
    if (pages.status() != null) {
      query.add(RequestPart.STATUS.text() + pages.status().text());
    }
    query.add(RequestPart.PAGE_SIZE.text() + firstPage(scan));
    String why = hasBound(scan) ? LAST_ROW : rowsOf(pages) + endOfWalk(scan);
    return request(
        LIST, String.join("&", query), atMost(scan), why + served(firstPage(scan)) + checked);
  }

  /** What the connection has learned that matters to pages of so many rows. */
  private String served(long asked) {
    int served = outlook.servedRows();
    return served < asked
        ? "; the server sends no more than " + served + " rows a page, as earlier reads have shown"
        : "";
  }

  private static String rowsOf(BoundAccess.Pages pages) {
    return pages.nameContains() == null && pages.status() == null
        ? "rows = all workspaces"
        : FILTERED_ROWS;
  }

  private static String endOfWalk(BoundScan scan) {
    return scan.fetch() == Long.MAX_VALUE ? "" : ", fewer when the rows wanted come earlier";
  }

  private List<PlanLine> withParameters() {
    if (goesTo(RequestPart.KEY)) {
      return List.of(keys(alternatives(RequestPart.KEY).min().orElseThrow()));
    }
    boolean counted =
        plan.isCountedByApi()
            && plan.conditions().stream()
                .allMatch(condition -> plan.part(condition) == RequestPart.STATUS)
            && outlook.settings().countsFromStats();
    // Which condition gives the lists depends on the values, so all are as many as the most.
    int lists = alternatives(RequestPart.NAME).max().orElse(1);
    return counted ? List.of(statistics()) : Collections.nCopies(lists, list(lists > 1));
  }

  private IntStream alternatives(RequestPart part) {
    return plan.conditions().stream()
        .filter(condition -> plan.part(condition) == part)
        .mapToInt(Condition::alternatives);
  }

  /** A list whose filters are not known yet. */
  private PlanLine list(boolean oneOfSeveral) {
    List<String> query = new ArrayList<>();
    for (RequestPart filter : List.of(RequestPart.NAME, RequestPart.STATUS)) {
      if (goesTo(filter)) {
        query.add(filter.text() + LATER);
      }
    }
    Operand fetch = plan.fetch();
    boolean bounded = fetch != null && plan.conditions().isEmpty();
    query.add(RequestPart.PAGE_SIZE.text() + (bounded ? LATER : outlook.pageRows()));
    return request(
        LIST,
        String.join("&", query),
        fetch != null && bounded ? pages(wantedRows(fetch)) : pages("rows"),
        "… is known with the parameters; "
            + (bounded ? LAST_ROW : FILTERED_ROWS)
            + (oneOfSeveral ? OR_WHOLE_LIST : "")
            + served(outlook.pageRows())
            + checks.checked(null));
  }

  private String wantedRows(Operand fetch) {
    Operand offset = plan.offset();
    return offset == null
        ? fetch.describe()
        : "(" + offset.describe() + " + " + fetch.describe() + ")";
  }

  private boolean goesTo(RequestPart part) {
    return plan.conditions().stream().anyMatch(condition -> plan.part(condition) == part);
  }

  private static PlanLine request(
      String path, @Nullable String query, String atMost, String explanation) {
    return new PlanLine("GET", path, query, atMost, explanation);
  }

  private long firstPage(BoundScan scan) {
    return hasBound(scan) ? Math.min(outlook.pageRows(), wantedRows(scan)) : outlook.pageRows();
  }

  private String atMost(BoundScan scan) {
    return hasBound(scan)
        ? Long.toString(RequestCost.ofWalk(wantedRows(scan), outlook.servedRows()))
        : pages("rows");
  }

  private String pages(String rows) {
    return "⌈" + rows + "/" + outlook.servedRows() + "⌉";
  }

  private static boolean hasBound(BoundScan scan) {
    return !scan.filterDrops() && scan.fetch() != Long.MAX_VALUE;
  }

  private static long wantedRows(BoundScan scan) {
    long rows = scan.offset() + scan.fetch();
    return rows < 0 ? Long.MAX_VALUE : rows;
  }
}
