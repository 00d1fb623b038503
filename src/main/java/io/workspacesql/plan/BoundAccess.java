package io.workspacesql.plan;

import io.workspacesql.catalog.QueryParameter;
import io.workspacesql.model.WorkspaceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of one table come in, with every value known. */
public sealed interface BoundAccess {

  /** No row and no request. */
  record Nothing(String reason) implements BoundAccess {}

  /**
   * One row, with a token that is minted when it is read and only once in an execution.
   *
   * @param number of the call in its statement
   */
  record Token(int number, TokenRequest request) implements BoundAccess {}

  /** Rows that the driver holds itself, no request. */
  record Local() implements BoundAccess {}

  /**
   * One GET per id; ids are distinct and canonical. 404 and tombstones are no rows. The runner may
   * walk the list instead where that needs fewer requests; {@link BoundScan#filter} holds the ids
   * too.
   */
  record Keys(List<String> ids) implements BoundAccess {
    public Keys {
      ids = List.copyOf(ids);
    }
  }

  /** A walk over {@code GET /workspaces} with these filters. */
  record Pages(@Nullable String nameContains, @Nullable WorkspaceStatus status)
      implements BoundAccess {}

  /**
   * One walk per filter, rows de-duplicated by id: what an OR of names asks for. The runner may
   * walk the list without a name filter instead where that needs fewer requests; {@link
   * BoundScan#filter} decides on every row either way.
   */
  record Lists(List<Pages> lists) implements BoundAccess {
    public Lists {
      lists = List.copyOf(lists);
    }
  }

  /**
   * The numbers of workspaces per status: rows of a VARCHAR and a BIGINT, none for a status that no
   * workspace has, in no order. {@link BoundScan#filter} sees rows with the status alone.
   */
  record CountByStatus() implements BoundAccess {}

  /**
   * A number of workspaces: one row with one BIGINT.
   *
   * @param status null = all
   */
  record Count(@Nullable WorkspaceStatus status) implements BoundAccess {}

  /**
   * The workspace of the connection's scoped token, and no other. Rows or counts are those of the
   * access that another connection would use.
   */
  record OwnWorkspace(BoundAccess asked) implements BoundAccess {}

  /** One request per call, rows in the order of the calls. */
  record Calls(List<ListingCall> calls) implements BoundAccess {
    public Calls {
      calls = List.copyOf(calls);
    }
  }

  /**
   * First the workspaces, then one request for each of them.
   *
   * @param workspaces rows of an id and a name
   * @param query sent with each request
   * @param named how the statement, or a join, names the workspaces by id or name; empty = not
   */
  record CallPerWorkspace(
      BoundScan workspaces, List<QueryParameter> query, List<QueryParameter> named)
      implements BoundAccess {
    public CallPerWorkspace {
      query = List.copyOf(query);
      named = List.copyOf(named);
    }

    /** Whether the workspaces are named. */
    public boolean isNamed() {
      return !named.isEmpty();
    }

    /** The request for one of the workspaces. */
    public ListingCall call(@Nullable Object[] workspace) {
      return ConnectorsAccess.call(workspace, query);
    }
  }
}
