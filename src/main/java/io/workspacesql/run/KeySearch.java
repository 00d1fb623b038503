package io.workspacesql.run;

import io.workspacesql.plan.RequestCost;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces with these ids where nobody knows how long the list is: a walk that goes on while
 * its pages bring about as many of them as they are, then one GET per id that it has not seen.
 */
final class KeySearch implements WorkspaceSource {
  private final Reading reading;
  private final PageWalk walk;
  private final ReadColumns columns;
  private final Set<String> missing;
  private final int ids;
  private final long slack;

  private @Nullable KeyLookup lookup;

  /**
   * @param walk over all workspaces, not yet begun
   * @param wanted ids that a look-up would ask for
   */
  KeySearch(Reading reading, PageWalk walk, ReadColumns columns, List<String> ids, long wanted) {
    this.reading = reading;
    this.walk = walk;
    this.columns = columns;
    this.missing = new LinkedHashSet<>(ids);
    this.ids = ids.size();
    this.slack = RequestCost.ofSearch(wanted) - wanted;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    while (lookup == null && !missing.isEmpty()) {
      @Nullable Object[] row = walk.nextOfPage();
      if (row != null && missing.remove(columns.idOf(row))) {
        return row;
      }
      if (row == null && !goesOn()) {
        return null;
      }
    }
    return lookup == null ? null : lookup.next(wanted);
  }

  /** Turns the page, or to the look-ups; false = all pages have been read. */
  private boolean goesOn() throws SQLException {
    if (walk.isAtLastPage() || isWorthAPage()) {
      return walk.turnPage();
    }
    lookup = new KeyLookup(reading, List.copyOf(missing), columns);
    return true;
  }

  /** Whether the pages, the next one included, are paid for by the ids that need no GET. */
  private boolean isWorthAPage() {
    int seen = ids - missing.size();
    return walk.pages() + 1 <= seen + slack;
  }

  @Override
  public void close() {
    walk.close();
  }
}
