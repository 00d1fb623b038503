package io.workspacesql.run;

import io.workspacesql.api.ListQuery;
import io.workspacesql.api.RequestScope;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.run.PageFeed.ReadAhead;
import io.workspacesql.run.PageWalk.WalkEnd;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the source that carries out an access, with the page size and the read-ahead it allows. */
record SourceChoice(Means means, Remarks remarks, RequestScope scope) {
  private static final ReadColumns FOR_COUNTING = ReadColumns.of(List.of());

  /** The source of the scan; sends nothing yet. */
  WorkspaceSource of(BoundScan scan) throws SQLException {
    BoundAccess access = scan.access();
    if (access instanceof BoundAccess.Nothing) {
      return wanted -> null;
    }
    if (access instanceof BoundAccess.Keys keys) {
      return lookup(keys, scan.columns());
    }
    if (access instanceof BoundAccess.Pages pages) {
      return walk(pages, scan);
    }
    if (access instanceof BoundAccess.Count count) {
      return count(count.status());
    }
    throw Failure.INTERNAL.because("a table of the driver was sent to the API");
  }

  private KeyLookup lookup(BoundAccess.Keys keys, List<ColumnDefinition> scanned) {
    int parallel = means.settings().maxConcurrentRequests();
    ReadColumns columns = ReadColumns.of(scanned);
    return new KeyLookup(means.api(), keys.ids(), columns, means.threads(), parallel, scope);
  }

  private PageWalk walk(BoundAccess.Pages pages, BoundScan scan) {
    long last = ScanCursor.lastMatch(scan);
    int full = means.settings().pageSize();
    int limit = scan.filterDrops() ? full : (int) Math.max(1, Math.min(last, full));
    ListQuery first = new ListQuery(pages.nameContains(), pages.status(), limit, null);
    return walk(first, ReadColumns.of(scan.columns(), pages.status()), pagesNeeded(scan, limit));
  }

  private WorkspaceCount count(@Nullable WorkspaceStatus status) {
    ListQuery first = new ListQuery(null, status, means.settings().pageSize(), null);
    ReadColumns columns = status == null ? FOR_COUNTING : ReadColumns.of(List.of(), status);
    PageWalk walk = walk(first, columns, Long.MAX_VALUE);
    return new WorkspaceCount(means.api(), status, walk, means.judge(), remarks, scope);
  }

  private PageWalk walk(ListQuery first, ReadColumns columns, long pagesNeeded) {
    PageChain chain =
        new PageChain(means.api(), first, columns.decoded(), WalkLimits.DEFAULT, scope);
    ReadAhead readAhead = new ReadAhead(means.settings().prefetchPages(), pagesNeeded);
    PageFeed feed = new PageFeed(chain, means.threads(), readAhead, scope);
    return new PageWalk(feed, columns, first.status(), first.limit(), remarks, judging(first));
  }

  /** Pages that the scan needs for certain: with a filter it may have enough after the first. */
  private static long pagesNeeded(BoundScan scan, int limit) {
    long last = ScanCursor.lastMatch(scan);
    if (last == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    return scan.filterDrops() ? 1 : (last - 1) / limit + 1;
  }

  private WalkEnd judging(ListQuery query) {
    boolean all = query.nameContains() == null && query.status() == null;
    return (kept, dropped) -> {
      if (all && !dropped) {
        means.judge().walkedAll(kept, remarks);
      }
    };
  }
}
