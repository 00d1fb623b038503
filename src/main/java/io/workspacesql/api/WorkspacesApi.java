package io.workspacesql.api;

import io.workspacesql.api.auth.TokenCache;
import io.workspacesql.api.http.RetryBudget;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.observe.DriverListener;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API, one method an endpoint. Safe for use by several threads.
 *
 * <p>Every method that reads may fail with 08xxx (network), 28000, 42501, 53400 (rate), 57014
 * (cancelled), HYT00 (deadline) or 58000 (an answer that cannot be used), and sends its request
 * again before where the fault may pass. A method that writes puts one request on the wire at most,
 * two where the first was answered by 401, and tells what came of it.
 */
public interface WorkspacesApi extends AutoCloseable {

  /**
   * A client for one connection. Sends nothing yet; fails when the trust store cannot be read or a
   * value fits into no HTTP header.
   *
   * @param listener hears of attempts, retries and tokens
   */
  static WorkspacesApi connect(ApiSettings settings, DriverListener listener) throws SQLException {
    return HttpWorkspacesApi.connect(
        settings, listener, TokenCache.shared(), RetryBudget.shared(), Timing.SYSTEM);
  }

  /**
   * Names the program in the User-Agent of the requests from now on.
   *
   * @param name printable ASCII; null, or any other text, = none
   */
  void nameApplication(@Nullable String name);

  /**
   * Proves the credentials with at most one request, retries aside: client id and secret by getting
   * a token (none is sent while a shared one lives), a given token by one cheap read. Where the
   * server forbids that read, a second request asks whether the token is a scoped one; where it
   * does not know the path, a third asks at the other path of that endpoint.
   *
   * @return the workspace of a scoped token; null = the credentials are others
   */
  @Nullable ScopedWorkspace verifyCredentials(RequestScope scope) throws SQLException;

  /** The workspace of the scoped token that this client was given, as the server says now. */
  ScopedWorkspace ownWorkspace(RequestScope scope) throws SQLException;

  /** Where {@link #ownWorkspace} asks, below the base URL. */
  String ownWorkspacePath();

  /** A text of the server's for a message, without the token that this client was given. */
  String withoutToken(String text);

  /**
   * One page of {@code GET /workspaces}.
   *
   * @param columns the fields to decode, in the order of each row's array
   */
  WorkspacePage list(ListQuery query, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException;

  /** {@code GET /workspaces/{id}}: the row, or null when the server answers 404. */
  @Nullable Object @Nullable [] get(String id, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException;

  /**
   * All rows of a listing; none where the server answers 404 to a question about a workspace.
   *
   * @param columns what each row holds, in this order; each must be one that the answer tells
   */
  List<@Nullable Object[]> rows(
      ListingQuery query, List<ColumnDefinition> columns, RequestScope scope) throws SQLException;

  /** {@code GET /workspaces/stats}. */
  WorkspaceStats stats(RequestScope scope) throws SQLException;

  /**
   * {@code PUT /workspaces/{id}} with these fields alone.
   *
   * @param columns of the accepted row, as in {@link #get}
   * @param attempt for the ledger, 1 = first try
   */
  WriteAnswer<@Nullable Object[]> update(
      String id,
      List<FieldValue> values,
      List<ColumnDefinition> columns,
      int attempt,
      RequestScope scope);

  /**
   * {@code DELETE /workspaces/{id}}; the content is the id.
   *
   * @param attempt for the ledger, 1 = first try
   */
  WriteAnswer<String> delete(String id, int attempt, RequestScope scope);

  /**
   * Asks for a token of the workspace with this name, which creates the workspace when there is
   * none.
   *
   * @param attempt for the ledger, 1 = first try
   */
  WriteAnswer<ScopedToken> mintScopedToken(String name, int attempt, RequestScope scope);

  /**
   * Asks for a token that a program wants to have; like {@link #mintScopedToken} it creates the
   * workspace when there is none of this name.
   *
   * @param attempt for the ledger, 1 = first try
   */
  WriteAnswer<MintedToken> mintToken(TokenOrder order, int attempt, RequestScope scope);

  /** The workspace of a scoped token. */
  ScopedWorkspace scopedTokenInfo(ScopedToken token, RequestScope scope) throws SQLException;

  /** Ends requests in flight and frees sockets and threads. */
  @Override
  void close();
}
