package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.api.ListQuery;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.ListingCall;
import io.workspacesql.plan.PageRows;
import io.workspacesql.plan.RequestCost;
import io.workspacesql.run.PageFeed.ReadAhead;
import io.workspacesql.run.PageWalk.WalkEnd;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the source that carries out an access, with the page size and the read-ahead it allows. */
record SourceChoice(Reading reading) {
  private static final List<ColumnDefinition> STATUS = List.of(WORKSPACES.column("status"));

  /** The source of the scan; sends nothing yet. */
  WorkspaceSource of(BoundScan scan) throws SQLException {
    BoundAccess access = scan.access();
    if (access instanceof BoundAccess.Nothing) {
      return wanted -> null;
    }
    if (access instanceof BoundAccess.Calls calls) {
      return calls(calls.calls(), scan);
    }
    if (access instanceof BoundAccess.CallPerWorkspace calls) {
      return callPerWorkspace(calls, scan);
    }
    if (access instanceof BoundAccess.OwnWorkspace own) {
      return new OwnWorkspace(reading, own.asked(), scan);
    }
    if (access instanceof BoundAccess.Keys keys) {
      return keys(keys, scan);
    }
    if (access instanceof BoundAccess.Pages pages) {
      int rows = PageRows.asked(scan.fetchSize(), reading.means().settings().pageSize());
      return walk(pages, scan, rows, scan.filterDrops());
    }
    if (access instanceof BoundAccess.Lists lists) {
      return lists(lists.lists().stream().distinct().toList(), scan);
    }
    return counts(access);
  }

  /** Whether a request per key will be sent, so that keys asked for in parts cost as many. */
  boolean isInParts(BoundScan scan) throws SQLException {
    WorkspaceSource source = of(scan);
    return source instanceof CallSequence
        || (source instanceof CheaperPath path
            && scan.access() instanceof BoundAccess.Keys
            && path.isApart());
  }

  private WorkspaceSource calls(List<ListingCall> calls, BoundScan scan) throws SQLException {
    int most = reading.means().settings().fanOut().most(true);
    if (calls.size() > most) {
      throw CallPerWorkspace.tooMany(scan.table(), most);
    }
    return new CallSequence(reading, calls, scan);
  }

  private WorkspaceSource callPerWorkspace(BoundAccess.CallPerWorkspace calls, BoundScan scan)
      throws SQLException {
    int most = reading.means().settings().fanOut().most(calls.isNamed());
    if (most == 0) {
      throw CallPerWorkspace.notNamed(scan.table());
    }
    return new CallPerWorkspace(reading, calls, most, scan);
  }

  private WorkspaceSource counts(BoundAccess access) throws SQLException {
    if (access instanceof BoundAccess.CountByStatus) {
      return new StatusCounts(reading, walkAll(null, ReadColumns.of(STATUS)));
    }
    if (access instanceof BoundAccess.Count count) {
      PageWalk walk = walkAll(count.status(), ReadColumns.of(List.of(), count.status()));
      return new WorkspaceCount(reading, count.status(), walk);
    }
    throw Failure.INTERNAL.because("a table of the driver was sent to the API");
  }

  private WorkspaceSource keys(BoundAccess.Keys keys, BoundScan scan) {
    ReadColumns columns = ReadColumns.of(scan.columns());
    List<String> ids = keys.ids();
    KeyLookup lookup = new KeyLookup(reading, ids, columns);
    KeyWalk found = new KeyWalk(walkForKeys(columns), columns, ids);
    long needed = ScanCursor.needed(scan, ids.size());
    WorkspaceSource blind =
        needed > RequestCost.ASKS_SIZE_ABOVE
            ? new KeySearch(reading, walkForKeys(columns), columns, ids, needed)
            : lookup;
    return new CheaperPath(reading, lookup, ids.size(), found, null, blind);
  }

  /** Nothing is read ahead: any page may be the one with the last id. */
  private PageWalk walkForKeys(ReadColumns columns) {
    return walk(fullPages(null, null), columns, 1);
  }

  private WorkspaceSource lists(List<BoundAccess.Pages> lists, BoundScan scan) {
    WorkspaceStatus status = commonStatus(lists);
    List<PageWalk> walks = lists.stream().map(list -> walk(list, scan)).toList();
    ListSequence sequence =
        new ListSequence(walks, ReadColumns.of(scan.columns()), RowForm.of(scan));
    PageWalk whole = walk(new BoundAccess.Pages(null, status), scan);
    return new CheaperPath(reading, sequence, lists.size(), whole, status, sequence);
  }

  private static @Nullable WorkspaceStatus commonStatus(List<BoundAccess.Pages> lists) {
    List<@Nullable WorkspaceStatus> statuses =
        lists.stream().map(BoundAccess.Pages::status).distinct().toList();
    return statuses.size() == 1 ? statuses.get(0) : null;
  }

  private PageWalk walkAll(@Nullable WorkspaceStatus status, ReadColumns columns) {
    return walk(fullPages(null, status), columns, Long.MAX_VALUE);
  }

  /** Of a list whose rows are not all rows of the scan. */
  private PageWalk walk(BoundAccess.Pages pages, BoundScan scan) {
    return walk(pages, scan, reading.means().settings().pageSize(), true);
  }

  /**
   * @param rows per page, unless fewer are wanted in all
   * @param drops whether not every row of the list is a row of the scan
   */
  private PageWalk walk(BoundAccess.Pages pages, BoundScan scan, int rows, boolean drops) {
    long last = ScanCursor.lastMatch(scan);
    ListQuery full = fullPages(pages.nameContains(), pages.status());
    int limit = drops ? rows : (int) Math.max(1, Math.min(last, rows));
    ListQuery first = new ListQuery(full.nameContains(), full.status(), limit, null);
    ReadColumns columns = ReadColumns.of(scan.columns(), pages.status());
    return walk(first, columns, pagesNeeded(last, limit, drops));
  }

  private PageWalk walk(ListQuery first, ReadColumns columns, long pagesNeeded) {
    Means means = reading.means();
    PageChain chain =
        new PageChain(
            means.api(),
            first,
            columns.decoded(),
            WalkLimits.DEFAULT,
            reading.scope(),
            means.served());
    ReadAhead readAhead = new ReadAhead(means.settings().prefetchPages(), pagesNeeded);
    PageFeed feed = new PageFeed(chain, means.threads(), readAhead, reading);
    return new PageWalk(
        feed, columns, first.status(), first.limit(), reading.remarks(), learning(first));
  }

  private ListQuery fullPages(@Nullable String nameContains, @Nullable WorkspaceStatus status) {
    return new ListQuery(nameContains, status, reading.means().settings().pageSize(), null);
  }

  /** Pages that the scan needs for certain: with a filter it may have enough after the first. */
  private static long pagesNeeded(long last, int limit, boolean drops) {
    if (last == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    return drops ? 1 : (last - 1) / limit + 1;
  }

  private WalkEnd learning(ListQuery query) {
    if (query.nameContains() != null) {
      return (kept, dropped) -> {};
    }
    return (kept, dropped) -> {
      reading.means().sizes().learn(query.status(), kept + dropped);
      if (query.status() == null && dropped == 0) {
        reading.means().judge().walkedAll(kept, reading.remarks());
      }
    };
  }
}
