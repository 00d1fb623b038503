package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.config.Credentials.ClientSecret;
import io.workspacesql.config.Secret;
import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.RequestRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One token for all connections that agree in everything, and for no other. */
class TokenSharingTests {
  private static final String TOKEN_PATH = "/api/v1/account/applications/token";
  private static final ListQuery FIRST = new ListQuery(null, null, 100, null);

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Tag("threat-18")
  @Test
  void the_right_secret_first_then_a_wrong_one_is_refused() throws Exception {
    server.answersToken(ApiServer.status(401, "{\"message\":\"Invalid client credentials\"}"));
    server.wire.stubFor(
        post(urlPathEqualTo(TOKEN_PATH))
            .withRequestBody(equalToJson("{\"client_secret\":\"secret-canary\"}", true, true))
            .willReturn(okJson("{\"access_token\":\"t-1\",\"expires_in\":900}")));
    ClientSecret wrong = new ClientSecret("client-1", Secret.of("guessed"));
    try (WorkspacesApi right = server.client(CLIENT);
        WorkspacesApi other = server.client(wrong)) {
      right.verifyCredentials(scope());
      assertFails("28000", () -> other.verifyCredentials(scope()))
          .hasMessageContaining("Invalid client credentials");
      assertFails("28000", () -> other.stats(scope()));
      right.verifyCredentials(scope());
    }
    assertThat(tokenRequests()).isEqualTo(3);
  }

  @Test
  void connections_that_agree_need_one_token() throws Exception {
    server.answersToken("t-1").answersJson("/workspaces", "{\"data\":[]}");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<?>> uses = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      uses.add(threads.submit(this::connectAndList));
    }
    for (Future<?> use : uses) {
      use.get();
    }
    threads.shutdown();
    assertThat(tokenRequests()).isEqualTo(1);
  }

  @Test
  void another_organization_needs_another_token() throws Exception {
    server.answersToken("t-1");
    ApiSettings plain = ApiServer.settings(server.base(), CLIENT);
    ApiSettings named =
        new ApiSettings(
            plain.base(),
            CLIENT,
            "org-1",
            plain.network(),
            plain.connectTimeout(),
            plain.readTimeout(),
            8,
            0,
            ApiServer.NO_RETRIES,
            ApiServer.MINTING,
            null);
    try (WorkspacesApi one = server.client(plain);
        WorkspacesApi two = server.client(named)) {
      one.verifyCredentials(scope());
      two.verifyCredentials(scope());
    }
    assertThat(tokenRequests()).isEqualTo(2);
  }

  @Test
  void a_401_is_tried_once_more_with_a_new_token() throws Exception {
    answersTokensInTurn();
    server.answers("/workspaces", ApiServer.status(401, "{\"detail\":\"expired\"}"));
    server.wire.stubFor(
        get(urlPathEqualTo("/api/v1/workspaces"))
            .withHeader("Authorization", equalTo("Bearer t-2"))
            .willReturn(okJson("{\"data\":[]}")));
    try (WorkspacesApi api = server.client(CLIENT)) {
      api.list(FIRST, Catalog.WORKSPACES.columns(), scope());
    }
    assertThat(server.ledger.entries())
        .extracting(Ledger.Entry::request)
        .extracting(RequestRecord::pathTemplate, RequestRecord::attempt, RequestRecord::httpStatus)
        .containsExactly(
            tuple("/account/applications/token", 1, 200),
            tuple("/workspaces", 1, 401),
            tuple("/account/applications/token", 1, 200),
            tuple("/workspaces", 2, 200));
  }

  @Tag("threat-17")
  @Test
  void a_server_that_refuses_every_token_it_gives_is_not_asked_for_tokens_for_ever()
      throws Exception {
    server.answersToken("t-1");
    for (int i = 1; i <= 20; i++) {
      inTurn("t-" + i, i);
    }
    server.answers("/workspaces/stats", ApiServer.status(401, "{\"detail\":\"never\"}"));
    try (WorkspacesApi api = server.client(CLIENT)) {
      for (int i = 0; i < 15; i++) {
        assertFails("28000", () -> api.stats(scope())).hasMessageContaining("never");
      }
    }
    assertThat(tokenRequests()).isEqualTo(4);
  }

  private void inTurn(String token, int turn) {
    server.wire.stubFor(
        post(urlPathEqualTo(TOKEN_PATH))
            .inScenario("turns")
            .whenScenarioStateIs(turn == 1 ? Scenario.STARTED : "turn " + turn)
            .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":900}"))
            .willSetStateTo("turn " + (turn + 1)));
  }

  @Test
  void a_second_401_is_the_end() throws Exception {
    answersTokensInTurn();
    server.answers("/workspaces", ApiServer.status(401, "{\"detail\":\"never\"}"));
    try (WorkspacesApi api = server.client(CLIENT)) {
      assertFails("28000", () -> api.list(FIRST, Catalog.WORKSPACES.columns(), scope()))
          .hasMessageContaining("never");
    }
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void a_given_token_that_is_refused_is_not_tried_again() throws Exception {
    server.answersAll(ApiServer.status(401, "{\"detail\":\"bad token\"}"));
    try (WorkspacesApi api = server.client()) {
      assertFails("28000", () -> api.verifyCredentials(scope())).hasMessageContaining("bad token");
    }
    assertThat(server.requests()).hasSize(1);
  }

  private Void connectAndList() throws Exception {
    try (WorkspacesApi api = server.client(CLIENT)) {
      api.verifyCredentials(scope());
      api.list(FIRST, Catalog.WORKSPACES.columns(), scope());
      return null;
    }
  }

  private void answersTokensInTurn() {
    answersToken(Scenario.STARTED, "t-1", "second");
    answersToken("second", "t-2", "second");
  }

  private void answersToken(String state, String token, String nextState) {
    server.wire.stubFor(
        post(urlPathEqualTo(TOKEN_PATH))
            .inScenario("tokens")
            .whenScenarioStateIs(state)
            .willSetStateTo(nextState)
            .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":900}")));
  }

  private int tokenRequests() {
    return server.wire.findAll(postRequestedFor(urlPathEqualTo(TOKEN_PATH))).size();
  }
}
