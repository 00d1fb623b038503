package io.workspacesql.plan;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.error.Failure;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Names of workspaces: what can be one, and how the workspaces of one are looked up. */
public final class WorkspaceName {
  private WorkspaceName() {}

  /**
   * Returns when the server takes it.
   *
   * @throws SQLException 22023 for an empty name, 22021 for one that has no UTF-8 form
   */
  public static void check(String name) throws SQLException {
    if (name.isEmpty()) {
      throw Failure.INVALID_PARAMETER.because("A workspace needs a name that is not empty");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw Failure.NOT_ENCODABLE.because(
          "A name with half a surrogate pair has no UTF-8 form and cannot be sent");
    }
  }

  /** Id and name of all workspaces with exactly this name. */
  public static ScanPlan lookUp(Operand name) {
    return ScanPlan.of(WORKSPACES)
        .withConditions(
            List.of(new Condition.In(WORKSPACES.column("name"), Fold.NONE, List.of(name))))
        .withColumns(List.of(WORKSPACES.column("id"), WORKSPACES.column("name")));
  }
}
