package io.workspacesql.plan;

import io.workspacesql.model.WorkspaceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of one table come in, with every value known. */
public sealed interface BoundAccess {

  /** No row and no request. */
  record Nothing(String reason) implements BoundAccess {}

  /** Rows that the driver holds itself, no request. */
  record Local() implements BoundAccess {}

  /** One GET per id; ids are distinct and canonical. 404 and tombstones are no rows. */
  record Keys(List<String> ids) implements BoundAccess {
    public Keys {
      ids = List.copyOf(ids);
    }
  }

  /** A walk over {@code GET /workspaces} with these filters. */
  record Pages(@Nullable String nameContains, @Nullable WorkspaceStatus status)
      implements BoundAccess {}

  /**
   * A number of workspaces: one row with one BIGINT.
   *
   * @param status null = all
   */
  record Count(@Nullable WorkspaceStatus status) implements BoundAccess {}
}
