package io.workspacesql.api.auth;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.http.ApiRequest;
import io.workspacesql.api.http.Endpoint;
import io.workspacesql.api.http.HeaderValues;
import io.workspacesql.api.http.Retried;
import io.workspacesql.api.json.TokenDocument;
import io.workspacesql.config.Credentials.ClientSecret;
import io.workspacesql.error.Failure;
import io.workspacesql.observe.DriverListener;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import okhttp3.HttpUrl;

/** {@code POST /account/applications/token}. */
public final class TokenEndpoint {
  private final Retried chain;
  private final HttpUrl url;
  private final ClientSecret credentials;
  private final Clock clock;
  private final DriverListener listener;

  /**
   * @param listener hears of every token
   */
  public TokenEndpoint(
      Retried chain, HttpUrl url, ClientSecret credentials, Clock clock, DriverListener listener) {
    this.chain = chain;
    this.url = url;
    this.credentials = credentials;
    this.clock = clock;
    this.listener = listener;
  }

  /** Asks for a new token: one request, and again where its fault may pass. */
  Token fetch(RequestScope scope) throws SQLException {
    Instant askedAt = clock.instant();
    ApiRequest request =
        ApiRequest.post(
            Endpoint.TOKEN, url, TokenDocument.request(credentials), credentials.clientSecret());
    TokenDocument document =
        chain.send(request, scope, answer -> TokenDocument.read(answer.body()));
    if (!HeaderValues.isSafe(document.token().reveal())) {
      throw Failure.BAD_ANSWER.because(Endpoint.TOKEN, "its token fits into no HTTP header");
    }
    listener.tokenReceived(scope.statementId());
    return Token.of(document.token(), document.life(), askedAt);
  }
}
