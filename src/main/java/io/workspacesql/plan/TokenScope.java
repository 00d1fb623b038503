package io.workspacesql.plan;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Listing;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one workspace that a connection may see, since it was given a scoped token: every table reads
 * as if there were no other.
 *
 * @param workspaceName null = the server does not say
 * @param nameIsFresh whether it is so new that a statement which names another workspace means one
 * @param organizationId null = the server does not say
 * @param label the workspace for messages, without a secret
 * @param infoPath where the server says so, below the base URL
 * @param asksMore whether the workspace itself is asked for what this does not tell; false = the
 *     server has refused it
 */
public record TokenScope(
    String workspaceId,
    @Nullable String workspaceName,
    boolean nameIsFresh,
    @Nullable String organizationId,
    String label,
    String infoPath,
    boolean asksMore) {

  /** The columns of {@code workspaces} that are known, with their values. */
  public Map<ColumnDefinition, Object> told() {
    Map<ColumnDefinition, Object> told = new HashMap<>();
    told.put(Catalog.WORKSPACES.column("id"), workspaceId);
    if (workspaceName != null) {
      told.put(Catalog.WORKSPACES.column("name"), workspaceName);
    }
    if (organizationId != null) {
      told.put(Catalog.WORKSPACES.column("organization_id"), organizationId);
    }
    return told;
  }

  /** Those of the columns that are not known, in their order. */
  public List<ColumnDefinition> untold(Collection<ColumnDefinition> columns) {
    Map<ColumnDefinition, Object> told = told();
    return columns.stream().filter(column -> !told.containsKey(column)).toList();
  }

  /**
   * The same scan of nothing but this workspace.
   *
   * @throws SQLException 42501 when it is of something that the token does not show
   */
  public BoundScan narrowed(BoundScan scan) throws SQLException {
    BoundAccess access = scan.access();
    if (access instanceof BoundAccess.Nothing || access instanceof BoundAccess.Local) {
      return scan;
    }
    if (access instanceof BoundAccess.Token) {
      throw refusal("Minting a token");
    }
    Listing listing = scan.table().listing();
    if (listing == null) {
      return scan.by(ofWorkspaces(access));
    }
    return switch (listing) {
      case SCOPED_TOKEN_INFO -> scan;
      case CONNECTORS -> new OwnConnectors(this).narrowed(scan);
      case WORKSPACE_STATS,
          CONNECTOR_DEFINITIONS,
          SOURCE_TEMPLATES,
          CONNECTION_TEMPLATES,
          TEMPLATE_TAGS ->
          throw refusal("Reading " + scan.table().name());
    };
  }

  private BoundAccess ofWorkspaces(BoundAccess asked) {
    return asked instanceof BoundAccess.Keys keys && !keys.ids().contains(workspaceId)
        ? new BoundAccess.Nothing("the scoped token of this connection is for another workspace")
        : new BoundAccess.OwnWorkspace(asked);
  }

  /**
   * Why something is refused.
   *
   * @param what as the beginning of a sentence, "is beyond" follows
   */
  public SQLException refusal(String what) {
    return Failure.OUT_OF_SCOPE.because(what, label);
  }
}
