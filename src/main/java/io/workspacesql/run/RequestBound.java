package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.PageRows;
import io.workspacesql.plan.RequestCost;
import io.workspacesql.plan.WriteTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are known before the first of them is sent: of a scan those that EXPLAIN counts
 * in numbers, or fewer when the list is known to be shorter; of a write one or more a row.
 */
record RequestBound(Means means) {
  private static final long LOOK_UP_MINT_AND_ASK = 3;

  /** Of a scan; 0 = it sends none, or nobody knows how many. */
  long of(BoundScan scan) {
    BoundAccess access = scan.access();
    if (access instanceof BoundAccess.Keys keys) {
      return keys(keys.ids().size(), ScanCursor.needed(scan, keys.ids().size()));
    }
    if (access instanceof BoundAccess.Calls calls) {
      return calls.calls().size();
    }
    if (access instanceof BoundAccess.CallPerWorkspace calls) {
      return perWorkspace(calls.workspaces());
    }
    if (access instanceof BoundAccess.OwnWorkspace own) {
      return OwnWorkspace.bound(means.token(), own.asked(), scan);
    }
    if (access instanceof BoundAccess.Lists lists) {
      return Math.min(lists.lists().size(), walk(null, Long.MAX_VALUE));
    }
    if (access instanceof BoundAccess.Token) {
      return LOOK_UP_MINT_AND_ASK;
    }
    if (access instanceof BoundAccess.Pages pages) {
      return known(pages(pages, scan));
    }
    return access instanceof BoundAccess.Nothing ? 0 : 1;
  }

  /** How many workspaces there are is known when the statement names their ids. */
  private long perWorkspace(BoundScan workspaces) {
    long calls = workspaces.access() instanceof BoundAccess.Keys keys ? keys.ids().size() : 0;
    return of(workspaces) + calls;
  }

  /** Of the writes of these rows, when nothing goes wrong. */
  static long of(List<WriteTask> tasks) {
    return tasks.stream().mapToLong(RequestBound::of).sum();
  }

  private static long of(WriteTask task) {
    if (task instanceof WriteTask.Create create) {
      boolean more = create.status() != null || create.cacheEnabled() != null;
      return LOOK_UP_MINT_AND_ASK + (more ? 1 : 0);
    }
    return 1;
  }

  private long keys(long ids, long needed) {
    long walk = walk(null, Long.MAX_VALUE);
    if (walk != Long.MAX_VALUE || ids <= RequestCost.ASKS_SIZE_ABOVE) {
      return Math.min(ids, walk);
    }
    if (means.learned().statsTrusted()) {
      return ids + 1;
    }
    return needed > RequestCost.ASKS_SIZE_ABOVE ? RequestCost.ofSearch(ids) : ids;
  }

  private long pages(BoundAccess.Pages pages, BoundScan scan) {
    long last = ScanCursor.lastMatch(scan);
    boolean wholeList = last == Long.MAX_VALUE && pages.nameContains() == null;
    boolean counted = !scan.filterDrops() && last != Long.MAX_VALUE;
    return counted || wholeList ? walk(pages.status(), last, asked(scan)) : Long.MAX_VALUE;
  }

  private int asked(BoundScan scan) {
    return PageRows.asked(scan.fetchSize(), means.settings().pageSize());
  }

  private long walk(@Nullable WorkspaceStatus status, long wanted) {
    return walk(status, wanted, means.settings().pageSize());
  }

  private long walk(@Nullable WorkspaceStatus status, long wanted, int asked) {
    long rows = Math.min(wanted, means.sizes().of(status).orElse(Long.MAX_VALUE));
    return rows == Long.MAX_VALUE ? rows : RequestCost.ofWalk(rows, means.servedRows(asked));
  }

  private static long known(long requests) {
    return requests == Long.MAX_VALUE ? 0 : requests;
  }
}
