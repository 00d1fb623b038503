package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.workspacesql.api.auth.TokenCache;
import io.workspacesql.api.http.RetryBudget;
import io.workspacesql.config.ApiDialect;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Credentials;
import io.workspacesql.config.Credentials.AccessToken;
import io.workspacesql.config.Credentials.ClientSecret;
import io.workspacesql.config.Secret;
import io.workspacesql.observe.Ledger;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A stubbed API server with the clients that talk to it; each has a token cache of its own. */
final class ApiServer implements AutoCloseable {
  static final String ID = "0b3c1fa0-7d5e-4b52-9f5c-6f1e2a3b4c5d";
  static final Credentials CLIENT = new ClientSecret("client-1", Secret.of("secret-canary"));
  static final Credentials GIVEN = new AccessToken(Secret.of("token-canary"));

  /** Every fault is seen at once, and every request counts. */
  static final Backoff NO_RETRIES = new Backoff(0, Duration.ofSeconds(20));

  static final Minting MINTING = Minting.of(ApiDialect.AGENTS);

  final WireMockServer wire =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().gzipDisabled(true));
  final TokenCache tokens = TokenCache.with(Clock.systemUTC());
  final Ledger ledger = new Ledger();

  ApiServer() {
    wire.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + wire.port() + "/api/v1");
  }

  /** A client that was given its token, so that it sends what it is told to and nothing else. */
  WorkspacesApi client() throws SQLException {
    return client(GIVEN);
  }

  WorkspacesApi client(Credentials credentials) throws SQLException {
    return client(settings(base(), credentials));
  }

  WorkspacesApi client(ApiSettings settings) throws SQLException {
    return HttpWorkspacesApi.connect(settings, ledger, tokens, new RetryBudget(), Timing.SYSTEM);
  }

  static ApiSettings settings(URI base, Credentials credentials) {
    return new ApiSettings(
        base,
        credentials,
        null,
        Network.DIRECT,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        8,
        0,
        NO_RETRIES,
        MINTING,
        null);
  }

  static RequestScope scope() {
    return new RequestScope(7, Deadline.NONE);
  }

  ApiServer answersAll(ResponseDefinitionBuilder answer) {
    wire.stubFor(any(anyUrl()).willReturn(answer));
    return this;
  }

  ApiServer answers(String path, ResponseDefinitionBuilder answer) {
    wire.stubFor(get(urlPathEqualTo("/api/v1" + path)).willReturn(answer));
    return this;
  }

  ApiServer answersJson(String path, String json) {
    return answers(path, okJson(json));
  }

  ApiServer answersToken(ResponseDefinitionBuilder answer) {
    wire.stubFor(post(urlPathEqualTo("/api/v1/account/applications/token")).willReturn(answer));
    return this;
  }

  ApiServer answersToken(String token) {
    return answersToken(
        okJson(
            "{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\",\"expires_in\":900}"));
  }

  static ResponseDefinitionBuilder status(int status, String body) {
    return aResponse().withStatus(status).withBody(body);
  }

  /** Every request that arrived, oldest first. */
  List<LoggedRequest> requests() {
    List<LoggedRequest> requests = new ArrayList<>();
    // WireMock lists the newest first.
    wire.getAllServeEvents().forEach(event -> requests.add(0, event.getRequest()));
    return requests;
  }

  List<String> lines() {
    return requests().stream().map(r -> r.getMethod() + " " + r.getUrl()).toList();
  }

  @Override
  public void close() {
    wire.stop();
  }
}
