package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.Fold;
import io.workspacesql.plan.Operand;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.plan.ScanRunner;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks workspaces up by their exact name, the way a SELECT does: the API has no other. */
record NameSearch(ScanRunner scans) {

  /** The id of a workspace with this name; null = there is none. */
  @Nullable String idOf(String name) throws SQLException {
    try (RowCursor rows = scans.open(scan(name))) {
      return rows.next() ? (String) rows.row()[0] : null;
    }
  }

  private static BoundScan scan(String name) throws SQLException {
    Condition exactly =
        new Condition.In(WORKSPACES.column("name"), Fold.NONE, List.of(new Operand.Constant(name)));
    return ScanPlan.of(WORKSPACES)
        .withConditions(List.of(exactly))
        .withColumns(List.of(WORKSPACES.column("id"), WORKSPACES.column("name")))
        .bind(List.of());
  }
}
