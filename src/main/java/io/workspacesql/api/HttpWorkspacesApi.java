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
import io.workspacesql.api.http.Counted;
import io.workspacesql.api.http.Endpoint;
import io.workspacesql.api.http.ErrorMapping;
import io.workspacesql.api.http.HeaderValues;
import io.workspacesql.api.http.HttpClients;
import io.workspacesql.api.http.Patience;
import io.workspacesql.api.http.RateLimit;
import io.workspacesql.api.http.Recorded;
import io.workspacesql.api.http.Retried;
import io.workspacesql.api.http.RetryBudget;
import io.workspacesql.api.http.Step;
import io.workspacesql.api.http.Transport;
import io.workspacesql.api.http.Waits;
import io.workspacesql.api.http.WriteMapping;
import io.workspacesql.api.json.BadDocumentException;
import io.workspacesql.api.json.DeletionDocument;
import io.workspacesql.api.json.ListingDocument;
import io.workspacesql.api.json.OrderedTokenDocument;
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
import io.workspacesql.observe.DriverListener;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API over OkHttp. A read passes: retries, error mapping, bearer token, budget of its
 * statement, limits of concurrency and rate, ledger, wire.
 */
final class HttpWorkspacesApi implements WorkspacesApi {
  private static final int NOT_FOUND = 404;
  private static final ListQuery CHEAP_READ = new ListQuery(null, null, 1, null);

  private final Endpoints endpoints;
  private final TokenSource tokens;
  private final @Nullable Secret givenToken;
  private final Minting minting;
  private final Retried bare;
  private final Retried reads;
  private final WriteMapping writes;
  private final Wire wire;

  /** Of the dialect, until the server turns out to have the other. */
  private volatile Endpoint tokenInfo;

  private HttpWorkspacesApi(
      Endpoints endpoints,
      TokenSource tokens,
      ApiSettings settings,
      Wire wire,
      Patience patience,
      Clock clock) {
    Step counted = new Counted(wire.first());
    Step authorized = new Authorized(counted, tokens);
    this.endpoints = endpoints;
    this.tokens = tokens;
    this.givenToken = settings.credentials() instanceof AccessToken given ? given.token() : null;
    this.minting = settings.minting();
    this.tokenInfo = Endpoints.scopedTokenInfo(minting.dialect());
    this.bare = retried(counted, patience, clock);
    String ended = givenToken == null ? "" : GivenToken.CANNOT_BE_REFRESHED;
    this.reads = new Retried(new ErrorMapping(authorized, clock, ended), patience);
    this.writes = new WriteMapping(authorized, clock);
    this.wire = wire;
  }

  /** Sends nothing. Fails when the trust store or a header value cannot be used. */
  static HttpWorkspacesApi connect(
      ApiSettings settings,
      DriverListener listener,
      TokenCache cache,
      RetryBudget budget,
      Timing timing)
      throws SQLException {
    Endpoints endpoints = Endpoints.of(settings.base());
    Clock clock = timing.clock();
    Wire wire = Wire.of(settings, listener, timing);
    Patience patience = new Patience(settings.backoff(), budget, timing, wire.waits(), listener);
    Retried uncounted = retried(wire.first(), patience, clock);
    TokenSource tokens = tokens(settings, endpoints, cache, uncounted, clock, listener);
    return new HttpWorkspacesApi(endpoints, tokens, settings, wire, patience, clock);
  }

  private static Retried retried(Step next, Patience patience, Clock clock) {
    return new Retried(new ErrorMapping(next, clock, ""), patience);
  }

  private static TokenSource tokens(
      ApiSettings settings,
      Endpoints endpoints,
      TokenCache cache,
      Retried chain,
      Clock clock,
      DriverListener listener)
      throws SQLException {
    Credentials credentials = settings.credentials();
    if (credentials instanceof AccessToken given) {
      return GivenToken.of(given.token());
    }
    ClientSecret client = (ClientSecret) credentials;
    return new SharedToken(
        cache,
        TokenKey.of(settings, client),
        new TokenEndpoint(chain, endpoints.token(), client, clock, listener));
  }

  @Override
  public void nameApplication(@Nullable String name) {
    wire.last().nameApplication(name);
  }

  @Override
  public @Nullable ScopedWorkspace verifyCredentials(RequestScope scope) throws SQLException {
    if (givenToken != null) {
      return verifyToken(scope);
    }
    tokens.current(scope);
    return null;
  }

  /** A scoped token may list nothing, and may tell what it is for. */
  private @Nullable ScopedWorkspace verifyToken(RequestScope scope) throws SQLException {
    try {
      list(CHEAP_READ, List.of(Catalog.WORKSPACES.column("id")), scope);
      return null;
    } catch (SQLException e) {
      if (Failure.of(e) != Failure.FORBIDDEN) {
        throw e;
      }
      return scopedWorkspace(e, scope);
    }
  }

  /**
   * @param forbidden what is wrong when the token is no scoped one
   */
  private ScopedWorkspace scopedWorkspace(SQLException forbidden, RequestScope scope)
      throws SQLException {
    try {
      return ownWorkspaceAtEither(scope);
    } catch (SQLException e) {
      Failure failure = Failure.of(e);
      boolean notScoped =
          failure == Failure.FORBIDDEN
              || failure == Failure.CREDENTIALS_REFUSED
              || failure == Failure.BAD_ANSWER;
      throw notScoped ? forbidden : e;
    }
  }

  /** Servers have one path or the other, whatever they are said to be. */
  private ScopedWorkspace ownWorkspaceAtEither(RequestScope scope) throws SQLException {
    try {
      return ownWorkspace(scope);
    } catch (SQLException e) {
      if (Failure.of(e) != Failure.BAD_ANSWER) {
        throw e;
      }
      Endpoint known = tokenInfo;
      tokenInfo =
          known == Endpoint.SCOPED_TOKEN_INFO
              ? Endpoint.EMBEDDED_SCOPED_TOKEN_INFO
              : Endpoint.SCOPED_TOKEN_INFO;
      return ownWorkspace(scope);
    }
  }

  @Override
  public ScopedWorkspace ownWorkspace(RequestScope scope) throws SQLException {
    return reads.send(
        endpoints.scopedTokenInfo(tokenInfo),
        scope,
        answer -> ScopedTokenDocument.info(answer.body()));
  }

  @Override
  public String ownWorkspacePath() {
    return tokenInfo.pathTemplate();
  }

  @Override
  public String withoutToken(String text) {
    return givenToken == null ? text : givenToken.hiddenIn(text);
  }

  @Override
  public WorkspacePage list(ListQuery query, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException {
    PageDocument page =
        reads.send(
            endpoints.list(query), scope, answer -> PageDocument.read(answer.body(), columns));
    return new WorkspacePage(page.rows(), NextPage.of(endpoints.listUrl()).after(page));
  }

  @Override
  public @Nullable Object @Nullable [] get(
      String id, List<ColumnDefinition> columns, RequestScope scope) throws SQLException {
    return reads
        .send(endpoints.workspace(id), scope, answer -> found(answer, columns))
        .orElse(null);
  }

  private static Optional<@Nullable Object[]> found(Answer answer, List<ColumnDefinition> columns)
      throws BadDocumentException {
    return answer.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(WorkspaceDocument.read(answer.body(), columns));
  }

  @Override
  public List<@Nullable Object[]> rows(
      ListingQuery query, List<ColumnDefinition> columns, RequestScope scope) throws SQLException {
    return reads.send(
        endpoints.rows(query, tokenInfo),
        scope,
        answer ->
            answer.status() == NOT_FOUND
                ? List.of()
                : ListingDocument.read(answer.body(), query.listing(), columns));
  }

  @Override
  public WorkspaceStats stats(RequestScope scope) throws SQLException {
    return reads.send(endpoints.stats(), scope, answer -> StatsDocument.read(answer.body()));
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
  public WriteAnswer<MintedToken> mintToken(TokenOrder order, int attempt, RequestScope scope) {
    return writes.send(
        () -> endpoints.mint(minting, order, attempt),
        scope,
        order.allowedOrigin() == null
            ? OrderedTokenDocument::scoped
            : OrderedTokenDocument::widget);
  }

  @Override
  public ScopedWorkspace scopedTokenInfo(ScopedToken token, RequestScope scope)
      throws SQLException {
    Secret secret = token.secret();
    if (!HeaderValues.isSafe(secret.reveal())) {
      throw Failure.BAD_ANSWER.because(Endpoint.SCOPED_TOKEN, "its token fits into no HTTP header");
    }
    return bare.send(
        endpoints.scopedTokenInfo(minting.dialect(), secret),
        scope,
        answer -> ScopedTokenDocument.info(answer.body()));
  }

  @Override
  public void close() {
    wire.close();
  }

  /** The steps that every request of the connection passes last. */
  private record Wire(Step first, Transport last, Waits waits) {
    static Wire of(ApiSettings settings, DriverListener listener, Timing timing)
        throws SQLException {
      Waits waits = new Waits(timing);
      Transport last = new Transport(HttpClients.open(settings), HeaderValues.of(settings));
      Step recorded = new Recorded(last, listener, timing.clock());
      Step paced = RateLimit.before(recorded, settings.maxRequestsPerSecond(), waits, timing);
      return new Wire(new ConcurrencyLimit(paced, settings.maxConcurrentRequests()), last, waits);
    }

    void close() {
      waits.close();
      last.close();
    }
  }
}
