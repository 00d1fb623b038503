package io.workspacesql.api;

import io.workspacesql.api.auth.Authorized;
import io.workspacesql.api.auth.GivenToken;
import io.workspacesql.api.auth.SharedToken;
import io.workspacesql.api.auth.TokenCache;
import io.workspacesql.api.auth.TokenEndpoint;
import io.workspacesql.api.auth.TokenKey;
import io.workspacesql.api.auth.TokenSource;
import io.workspacesql.api.http.Answer;
import io.workspacesql.api.http.ConcurrencyLimit;
import io.workspacesql.api.http.Endpoint;
import io.workspacesql.api.http.ErrorMapping;
import io.workspacesql.api.http.HeaderValues;
import io.workspacesql.api.http.HttpClients;
import io.workspacesql.api.http.Recorded;
import io.workspacesql.api.http.Step;
import io.workspacesql.api.http.Transport;
import io.workspacesql.api.http.WriteMapping;
import io.workspacesql.api.json.BadDocumentException;
import io.workspacesql.api.json.Decoder;
import io.workspacesql.api.json.DeletionDocument;
import io.workspacesql.api.json.PageDocument;
import io.workspacesql.api.json.ScopedTokenDocument;
import io.workspacesql.api.json.StatsDocument;
import io.workspacesql.api.json.WorkspaceDocument;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.config.Credentials;
import io.workspacesql.config.Credentials.AccessToken;
import io.workspacesql.config.Credentials.ClientSecret;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.observe.Ledger;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API over OkHttp. A request passes: error mapping, bearer token, limit of concurrency, ledger,
 * wire.
 */
final class HttpWorkspacesApi implements WorkspacesApi {
  private static final int NOT_FOUND = 404;
  private static final ListQuery CHEAP_READ = new ListQuery(null, null, 1, null);

  private final Endpoints endpoints;
  private final TokenSource tokens;
  private final boolean tokenIsGiven;
  private final Minting minting;
  private final ErrorMapping bare;
  private final ErrorMapping reads;
  private final WriteMapping writes;
  private final Transport transport;

  private HttpWorkspacesApi(
      Endpoints endpoints,
      TokenSource tokens,
      ApiSettings settings,
      Step wire,
      Transport transport,
      Clock clock) {
    Step authorized = new Authorized(wire, tokens);
    this.endpoints = endpoints;
    this.tokens = tokens;
    this.tokenIsGiven = settings.credentials() instanceof AccessToken;
    this.minting = settings.minting();
    this.bare = new ErrorMapping(wire);
    this.reads = new ErrorMapping(authorized);
    this.writes = new WriteMapping(authorized, clock);
    this.transport = transport;
  }

  /** Sends nothing. Fails when the trust store or a header value cannot be used. */
  static HttpWorkspacesApi connect(
      ApiSettings settings, Ledger ledger, TokenCache cache, Clock clock) throws SQLException {
    Endpoints endpoints = Endpoints.of(settings.base());
    Transport transport = new Transport(HttpClients.open(settings), HeaderValues.of(settings));
    Step wire =
        new ConcurrencyLimit(
            new Recorded(transport, ledger, clock), settings.maxConcurrentRequests());
    TokenSource tokens = tokens(settings, endpoints, cache, new ErrorMapping(wire), clock);
    return new HttpWorkspacesApi(endpoints, tokens, settings, wire, transport, clock);
  }

  private static TokenSource tokens(
      ApiSettings settings, Endpoints endpoints, TokenCache cache, ErrorMapping chain, Clock clock)
      throws SQLException {
    Credentials credentials = settings.credentials();
    if (credentials instanceof AccessToken given) {
      return GivenToken.of(given.token());
    }
    ClientSecret client = (ClientSecret) credentials;
    return new SharedToken(
        cache,
        TokenKey.of(settings, client),
        new TokenEndpoint(chain, endpoints.token(), client, clock));
  }

  @Override
  public void verifyCredentials(RequestScope scope) throws SQLException {
    if (tokenIsGiven) {
      list(CHEAP_READ, List.of(Catalog.WORKSPACES.column("id")), scope);
    } else {
      tokens.current(scope);
    }
  }

  @Override
  public WorkspacePage list(ListQuery query, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException {
    Answer answer = reads.send(endpoints.list(query), scope);
    PageDocument page = decoded(answer, body -> PageDocument.read(body, columns));
    return new WorkspacePage(page.rows(), NextPage.of(endpoints.listUrl()).after(page));
  }

  @Override
  public @Nullable Object @Nullable [] get(
      String id, List<ColumnDefinition> columns, RequestScope scope) throws SQLException {
    Answer answer = reads.send(endpoints.workspace(id), scope);
    return answer.status() == NOT_FOUND
        ? null
        : decoded(answer, body -> WorkspaceDocument.read(body, columns));
  }

  @Override
  public WorkspaceStats stats(RequestScope scope) throws SQLException {
    return decoded(reads.send(endpoints.stats(), scope), StatsDocument::read);
  }

  @Override
  public WriteAnswer<@Nullable Object[]> update(
      String id,
      List<FieldValue> values,
      List<ColumnDefinition> columns,
      int attempt,
      RequestScope scope) {
    return writes.send(
        () -> endpoints.update(id, values, attempt),
        scope,
        body -> WorkspaceDocument.read(body, columns));
  }

  @Override
  public WriteAnswer<String> delete(String id, int attempt, RequestScope scope) {
    return writes.send(
        () -> endpoints.delete(id, attempt), scope, body -> DeletionDocument.read(body, id));
  }

  @Override
  public WriteAnswer<ScopedToken> mintScopedToken(String name, int attempt, RequestScope scope) {
    return writes.send(
        () -> endpoints.mint(minting, name, attempt),
        scope,
        body -> new ScopedToken(ScopedTokenDocument.token(body)));
  }

  @Override
  public ScopedWorkspace scopedTokenInfo(ScopedToken token, RequestScope scope)
      throws SQLException {
    Secret secret = token.secret();
    if (!HeaderValues.isSafe(secret.reveal())) {
      throw Failure.BAD_ANSWER.because(Endpoint.SCOPED_TOKEN, "its token fits into no HTTP header");
    }
    Answer answer = bare.send(endpoints.scopedTokenInfo(minting.dialect(), secret), scope);
    return decoded(answer, ScopedTokenDocument::info);
  }

  @Override
  public void close() {
    transport.close();
  }

  private static <T> T decoded(Answer answer, Decoder<T> decoder) throws SQLException {
    try {
      return decoder.decode(answer.body());
    } catch (BadDocumentException e) {
      throw Failure.BAD_ANSWER.causedBy(e, answer.endpoint(), e.getMessage());
    }
  }
}
