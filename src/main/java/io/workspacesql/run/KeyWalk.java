package io.workspacesql.run;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workspaces with these ids, found by a walk that ends when all of them have been seen. */
final class KeyWalk implements WorkspaceSource {
  private final PageWalk walk;
  private final ReadColumns columns;
  private final Set<String> missing;

  KeyWalk(PageWalk walk, ReadColumns columns, List<String> ids) {
    this.walk = walk;
    this.columns = columns;
    this.missing = new HashSet<>(ids);
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    while (!missing.isEmpty()) {
      @Nullable Object[] row = walk.next(wanted);
      if (row == null || missing.remove(columns.idOf(row))) {
        return row;
      }
    }
    return null;
  }

  @Override
  public void close() {
    walk.close();
  }
}
