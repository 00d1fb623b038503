package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.ApiServer.status;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.workspacesql.api.WriteAnswer.NotSent;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Credentials;
import io.workspacesql.observe.Ledger;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader never hears of: faults that pass, over real sockets. */
@Timeout(20)
class RetryTests {
  private static final List<ColumnDefinition> ID = List.of(Catalog.WORKSPACES.column("id"));
  private static final ListQuery FIRST = new ListQuery(null, null, 100, null);
  private static final String ROW = "{\"data\":[{\"id\":\"" + ApiServer.ID + "\"}],\"next\":null}";
  private static final String WHOLE =
      "HTTP/1.1 200 OK\r\nContent-Length: " + ROW.length() + "\r\n\r\n" + ROW;

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":[{\"id\":\"0b3c1fa0",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 14\r\n\r\n{\"data\":[{\"id\"",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
      })
  void an_answer_that_breaks_off_is_asked_for_again(String half) throws Exception {
    AtomicInteger answers = new AtomicInteger();
    RawServer.Script script =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.write(socket, answers.incrementAndGet() < 3 ? half : WHOLE);
        };
    try (RawServer raw = new RawServer(script);
        WorkspacesApi api = client(raw.base(), GIVEN)) {
      WorkspacePage page = api.list(FIRST, ID, scope());
      assertThat(page.rows()).containsExactly(new Object[] {ApiServer.ID});
    }
    assertThat(server.ledger.entries())
        .extracting(Ledger.Entry::request)
        .extracting("statementId", "attempt")
        .containsExactly(tuple(7L, 1), tuple(7L, 2), tuple(7L, 3));
  }

  @Test
  void an_answer_that_always_ends_too_early_is_58000() throws Exception {
    server.answersAll(WireMock.ok("{\"data\":[{\"id\""));
    try (WorkspacesApi api = client(server.base(), GIVEN)) {
      assertFails("58000", () -> api.list(FIRST, ID, scope()))
          .hasMessageContaining("it ends too early; tried 4 times");
    }
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void a_token_that_cannot_be_had_is_not_asked_for_by_each_retry_of_each_request()
      throws Exception {
    server.answersToken(status(503, "{\"message\":\"down\"}"));
    try (WorkspacesApi api = client(server.base(), CLIENT)) {
      assertFails("08006", () -> api.list(FIRST, ID, scope()))
          .hasMessageContaining("/account/applications/token")
          .hasMessageContaining("tried 4 times");
      assertThat(server.requests()).hasSize(4);
      assertThat(api.delete(ApiServer.ID, 1, new RequestScope(1, Deadline.NONE).lettingFinish()))
          .isInstanceOfSatisfying(
              NotSent.class, notSent -> assertThat(notSent.passing()).isFalse());
      assertThat(server.requests()).hasSize(8);
    }
  }

  @Test
  void a_write_is_not_sent_again() throws Exception {
    server.answersAll(status(503, ""));
    try (WorkspacesApi api = client(server.base(), GIVEN)) {
      api.delete(ApiServer.ID, 1, new RequestScope(1, Deadline.NONE).lettingFinish());
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void every_attempt_has_its_number_also_after_a_refused_token() throws Exception {
    server.answersToken("token-2");
    inTurn(status(503, ""), status(401, ""), status(502, ""), okJson(ROW));
    try (WorkspacesApi api = client(server.base(), CLIENT)) {
      api.list(FIRST, ID, scope());
    }
    assertThat(server.ledger.entries())
        .extracting(Ledger.Entry::request)
        .filteredOn(request -> request.httpMethod().equals("GET"))
        .extracting("attempt", "httpStatus")
        .containsExactly(tuple(1, 503), tuple(2, 401), tuple(3, 502), tuple(4, 200));
  }

  @Test
  void cancel_and_close_wake_a_retry_from_its_sleep() throws Exception {
    server.answersAll(status(503, "").withHeader("Retry-After", "60"));
    RequestScope scope = scope();
    WorkspacesApi api = client(server.base(), GIVEN);
    soon(scope::cancel);
    assertFails("57014", () -> api.stats(scope));
    soon(api::close);
    assertFails("08003", () -> api.stats(scope()));
  }

  private static void soon(Runnable action) {
    CompletableFuture.runAsync(
        action, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
  }

  private void inTurn(ResponseDefinitionBuilder... answers) {
    String state = Scenario.STARTED;
    for (int i = 0; i < answers.length; i++) {
      String next = "after " + i;
      server.wire.stubFor(
          WireMock.get(WireMock.anyUrl())
              .inScenario("turn")
              .whenScenarioStateIs(state)
              .willReturn(answers[i])
              .willSetStateTo(next));
      state = next;
    }
  }

  private WorkspacesApi client(URI base, Credentials credentials) throws SQLException {
    Duration timeout = Duration.ofSeconds(10);
    return server.client(
        new ApiSettings(
            base,
            credentials,
            null,
            Network.DIRECT,
            timeout,
            timeout,
            8,
            0,
            new Backoff(3, Duration.ofMillis(20)),
            ApiServer.MINTING,
            null));
  }
}
