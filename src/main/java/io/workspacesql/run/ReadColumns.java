package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is decoded of each workspace: the columns of the scan, then those that reading needs itself.
 */
record ReadColumns(List<ColumnDefinition> decoded, int id, int tombstone, int status) {
  private static final ColumnDefinition ID = WORKSPACES.column("id");
  private static final ColumnDefinition TOMBSTONE = WORKSPACES.column("tombstone");
  private static final ColumnDefinition STATUS = WORKSPACES.column("status");

  /** For rows whose status needs no check. */
  static ReadColumns of(List<ColumnDefinition> scanned) {
    return of(scanned, null);
  }

  /**
   * @param asked the status that the request names; then it is decoded to be checked again
   */
  static ReadColumns of(List<ColumnDefinition> scanned, @Nullable WorkspaceStatus asked) {
    List<ColumnDefinition> decoded = new ArrayList<>(scanned);
    int id = indexOf(ID, decoded);
    int tombstone = indexOf(TOMBSTONE, decoded);
    int status = asked == null ? -1 : indexOf(STATUS, decoded);
    return new ReadColumns(List.copyOf(decoded), id, tombstone, status);
  }

  /** The id of a row, which every workspace must have. */
  String idOf(@Nullable Object[] row) throws SQLException {
    if (row[id] instanceof String text) {
      return text;
    }
    throw Failure.BAD_ANSWER.because("a read of workspaces", "a workspace has no id");
  }

  boolean isTombstone(@Nullable Object[] row) {
    return Boolean.TRUE.equals(row[tombstone]);
  }

  /** Whether the row has the status that was asked for, if one was. */
  boolean hasStatus(@Nullable Object[] row, @Nullable WorkspaceStatus asked) {
    return asked == null || asked.text().equals(row[status]);
  }

  private static int indexOf(ColumnDefinition column, List<ColumnDefinition> decoded) {
    if (!decoded.contains(column)) {
      decoded.add(column);
    }
    return decoded.indexOf(column);
  }
}
