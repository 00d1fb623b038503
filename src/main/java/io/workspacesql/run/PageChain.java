package io.workspacesql.run;

import io.workspacesql.api.ListQuery;
import io.workspacesql.api.PageCursor;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WorkspacePage;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages, each fetched with the cursor of the one before and the walk's own filters. Used by one
 * thread after the other.
 */
final class PageChain {
  private static final WorkspacePage END = new WorkspacePage(List.of(), null);

  private final WorkspacesApi api;
  private final ListQuery first;
  private final List<ColumnDefinition> columns;
  private final WalkLimits limits;
  private final RequestScope scope;
  private final ServedPages.Walk served;
  private final CursorMemory followed = new CursorMemory();

  private @Nullable PageCursor cursor;
  private boolean finished;
  private long pages;
  private long rows;
  private int emptyPages;

  PageChain(
      WorkspacesApi api,
      ListQuery first,
      List<ColumnDefinition> columns,
      WalkLimits limits,
      RequestScope scope,
      ServedPages served) {
    this.api = api;
    this.first = first;
    this.columns = columns;
    this.limits = limits;
    this.scope = scope;
    this.served = served.walk(first);
  }

  /** The next page; after the last one an empty page without a next, and no request. */
  WorkspacePage next() throws SQLException {
    if (finished) {
      return END;
    }
    checkThatItMayEnd();
    WorkspacePage page = api.list(query(), columns, scope);
    served.saw(page);
    pages++;
    rows += page.rows().size();
    emptyPages = page.rows().isEmpty() ? emptyPages + 1 : 0;
    cursor = page.next();
    finished = cursor == null;
    return page;
  }

  private ListQuery query() {
    return new ListQuery(first.nameContains(), first.status(), first.limit(), cursor);
  }

  private void checkThatItMayEnd() throws SQLException {
    if (rows >= limits.rows() || pages >= limits.pages(first.limit())) {
      throw Failure.PAGE_WALK.because("it goes on after " + pages + " pages");
    }
    if (emptyPages >= limits.emptyPages()) {
      throw Failure.PAGE_WALK.because(emptyPages + " pages in a row were empty");
    }
    if (cursor != null && !followed.add(cursor.value())) {
      throw Failure.PAGE_WALK.because("page " + pages + " leads back to a page read before");
    }
  }
}
