package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces of a list, page by page, without tombstones, without rows that a recent page
 * already showed, and with no other status than the one asked for.
 */
final class PageWalk implements WorkspaceSource {
  private final PageFeed feed;
  private final ReadColumns columns;
  private final @Nullable WorkspaceStatus status;
  private final RecentIds recent;
  private final Remarks remarks;
  private final WalkEnd end;
  private final AtomicLong repeated = new AtomicLong();

  private List<@Nullable Object[]> page = List.of();
  private int position;
  private long pages;
  private long kept;
  private long dropped;
  private boolean ended;

  /**
   * @param status what the request asked for; checked again, since a cursor may forget it
   * @param end told once, when the last page has been read
   */
  PageWalk(
      PageFeed feed,
      ReadColumns columns,
      @Nullable WorkspaceStatus status,
      int pageSize,
      Remarks remarks,
      WalkEnd end) {
    this.feed = feed;
    this.columns = columns;
    this.status = status;
    this.recent = new RecentIds(pageSize);
    this.remarks = remarks;
    this.end = end;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    do {
      @Nullable Object[] row = nextOfPage();
      if (row != null) {
        return row;
      }
    } while (turnPage());
    return null;
  }

  /** The next row of the current page; null = it has no more. Sends nothing. */
  @Nullable Object @Nullable [] nextOfPage() throws SQLException {
    while (position < page.size()) {
      // Not at the first row: who reads just one row pays for one page.
      if (position > 0 && 2 * position >= page.size()) {
        feed.readAhead();
      }
      @Nullable Object[] row = page.get(position++);
      if (accepts(row)) {
        kept++;
        return row;
      }
    }
    return null;
  }

  /** Goes on to the next page, or the first; false = there is none. */
  boolean turnPage() throws SQLException {
    if (feed.isAtEnd()) {
      finish();
      return false;
    }
    page = feed.next().rows();
    pages++;
    position = 0;
    return true;
  }

  /** Whether rows were left out that the server sent. */
  boolean hasDropped() {
    return dropped > 0;
  }

  /** Pages that have been begun. */
  long pages() {
    return pages;
  }

  /** Whether the current page is the last. */
  boolean isAtLastPage() {
    return feed.isAtEnd();
  }

  @Override
  public void close() {
    long count = repeated.getAndSet(0);
    if (count > 0) {
      remarks.pageAnomaly(count + (count == 1 ? " row" : " rows") + " came twice and count once");
    }
  }

  private boolean accepts(@Nullable Object[] row) throws SQLException {
    boolean accepted =
        !columns.isTombstone(row) && columns.hasStatus(row, status) && isNew(columns.idOf(row));
    dropped += accepted ? 0 : 1;
    return accepted;
  }

  private boolean isNew(String id) throws SQLException {
    boolean isNew = recent.add(id);
    if (!isNew) {
      remarks.failIfStrict("workspace " + id + " came twice");
      repeated.incrementAndGet();
    }
    return isNew;
  }

  private void finish() throws SQLException {
    if (!ended) {
      ended = true;
      end.reached(kept, dropped);
    }
  }

  /** Who wants to know how many rows a walk to the end has kept and left out. */
  @FunctionalInterface
  interface WalkEnd {
    void reached(long kept, long dropped) throws SQLException;
  }
}
