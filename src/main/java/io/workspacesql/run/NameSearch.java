package io.workspacesql.run;

import io.workspacesql.plan.Operand;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanRunner;
import io.workspacesql.plan.WorkspaceName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks workspaces up by their exact name, the way a SELECT does: the API has no other. */
record NameSearch(ScanRunner scans) {

  /** The id of a workspace with this name; null = there is none. */
  @Nullable String idOf(String name) throws SQLException {
    try (RowCursor rows = open(name)) {
      return rows.next() ? id(rows) : null;
    }
  }

  /** The ids of all workspaces with this name. */
  List<String> idsOf(String name) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (RowCursor rows = open(name)) {
      while (rows.next()) {
        ids.add(id(rows));
      }
    }
    return ids;
  }

  private RowCursor open(String name) throws SQLException {
    return scans.open(WorkspaceName.lookUp(new Operand.Constant(name)).bind(List.of()));
  }

  private static String id(RowCursor rows) {
    return String.valueOf(rows.row()[0]);
  }
}
