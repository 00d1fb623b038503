package io.workspacesql.run;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces of several lists, one list after the other, each workspace once. A list is asked
 * for when those before it have been read to their end. Keeps the ids of the rows given, see {@link
 * GivenIds}: of rows that match, not of all that the server sends.
 */
final class ListSequence implements WorkspaceSource {
  private final List<PageWalk> walks;
  private final ReadColumns columns;
  private final RowForm form;
  private final GivenIds given = new GivenIds(GivenIds.CAPACITY);

  private int current;

  /**
   * @param form what a row must pass to be given, and so to be remembered
   */
  ListSequence(List<PageWalk> walks, ReadColumns columns, RowForm form) {
    this.walks = walks;
    this.columns = columns;
    this.form = form;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    while (current < walks.size()) {
      @Nullable Object[] row = walks.get(current).next(wanted);
      if (row == null) {
        current++;
      } else if (form.passes(row) && given.add(columns.idOf(row))) {
        return row;
      }
    }
    return null;
  }

  @Override
  public void close() {
    walks.forEach(PageWalk::close);
  }
}
