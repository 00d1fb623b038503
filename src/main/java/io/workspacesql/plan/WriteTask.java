package io.workspacesql.plan;

import io.workspacesql.model.WorkspaceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row to write, with everything known before the first write is sent. */
public sealed interface WriteTask {

  /**
   * {@code PUT /workspaces/{id}} with only the changed columns in the body.
   *
   * @param name as read before; null = the row was not read
   */
  record Update(String id, @Nullable String name, List<Change> changes) implements WriteTask {
    public Update {
      changes = List.copyOf(changes);
    }

    /** Of a row that was not read. */
    public Update(String id, List<Change> changes) {
      this(id, null, changes);
    }
  }

  /**
   * {@code DELETE /workspaces/{id}}.
   *
   * @param name as read before; null = the row was not read
   */
  record Delete(String id, @Nullable String name) implements WriteTask {}

  /**
   * A new workspace: look for the name, mint a scoped token, ask the token's workspace, and one PUT
   * if more than the name is given.
   *
   * @param status null = as the server sets it
   * @param cacheEnabled null = as the server sets it
   * @param mint how the token is asked for, to be shown
   */
  record Create(
      String name,
      @Nullable WorkspaceStatus status,
      @Nullable Boolean cacheEnabled,
      MintRequest mint)
      implements WriteTask {

    /** With {@link MintRequest#PLAIN}. */
    public Create(String name, @Nullable WorkspaceStatus status, @Nullable Boolean cacheEnabled) {
      this(name, status, cacheEnabled, MintRequest.PLAIN);
    }
  }
}
