package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.ID;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.ApiServer.settings;
import static io.workspacesql.api.ApiServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.workspacesql.api.WriteAnswer.Accepted;
import io.workspacesql.api.WriteAnswer.Missing;
import io.workspacesql.api.WriteAnswer.NotSent;
import io.workspacesql.api.WriteAnswer.Refused;
import io.workspacesql.api.WriteAnswer.TryLater;
import io.workspacesql.api.WriteAnswer.Unclear;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver knows of a write's effect after one request. */
class WriteAnswerTests {
  private static final List<ColumnDefinition> NAME = List.of(Catalog.WORKSPACES.column("name"));

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "300, Refused, WRITE_FAILED",
    "302, Refused, WRITE_FAILED",
    "307, Refused, WRITE_FAILED",
    "400, Refused, WRITE_INVALID",
    "401, Refused, WRITE_NOT_AUTHORIZED",
    "403, Refused, WRITE_FORBIDDEN",
    "405, Refused, WRITE_FAILED",
    "409, Refused, CONFLICT",
    "410, Refused, WRITE_FAILED",
    "412, Refused, CONFLICT",
    "422, Refused, WRITE_INVALID",
    "408, Unclear, ",
    "429, TryLater, ",
    "500, Unclear, ",
    "501, Unclear, ",
    "502, Unclear, ",
    "503, Unclear, ",
    "504, Unclear, ",
    "520, Unclear, "
  })
  void each_status_says_what_is_known(int status, String answer, Failure failure) throws Exception {
    server.answersAll(
        status(status, "{\"message\":\"told you\"}").withHeader("X-Request-Id", "r-1"));
    ServerWords words = new ServerWords(status, "told you", "r-1");
    for (Write write : Write.values()) {
      WriteAnswer<?> got = send(write);
      assertThat(got.getClass().getSimpleName()).as("%s", write).isEqualTo(answer);
      if (status >= 400) {
        assertThat(wordsOf(got)).isEqualTo(words);
      }
      if (got instanceof Refused<?> refused) {
        assertThat(refused.failure()).isEqualTo(failure);
      }
    }
    assertThat(server.requests()).hasSize(Write.values().length);
  }

  @Test
  void a_404_is_no_workspace_but_a_refusal_of_a_new_one() throws Exception {
    server.answersAll(status(404, "{\"detail\":\"Not found\"}"));
    assertThat(send(Write.PUT)).isInstanceOf(Missing.class);
    assertThat(send(Write.DELETE)).isInstanceOf(Missing.class);
    assertThat(send(Write.POST)).isInstanceOf(Refused.class);
  }

  @Tag("threat-16")
  @ParameterizedTest
  @CsvSource({
    "429, 17, 17",
    "503, 0, 0",
    "503, 86400, 86400",
    "429, 'Wed, 21 Oct 2015 07:28:00 GMT', 0",
    "503, 'Wed, 21 Oct 2015 07:28:00 GMT', 0"
  })
  void the_server_says_how_long_to_wait(int status, String header, long seconds) throws Exception {
    server.answersAll(WireMock.status(status).withHeader("Retry-After", header));
    assertThat(send(Write.DELETE))
        .isInstanceOfSatisfying(
            TryLater.class,
            later -> assertThat(later.pause()).isEqualTo(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "1.5", "", "99999999999999999999"})
  void a_wait_that_cannot_be_read_is_none(String header) throws Exception {
    server.answersAll(WireMock.status(429).withHeader("Retry-After", header));
    assertThat(send(Write.PUT))
        .isInstanceOfSatisfying(TryLater.class, later -> assertThat(later.pause()).isNull());
    server.answersAll(WireMock.status(503).withHeader("Retry-After", header));
    assertThat(send(Write.PUT)).isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"name\":1}", "{\"name\":\"n\"", "null"})
  void a_put_whose_answer_cannot_be_used_is_unclear(String body) throws Exception {
    server.answersAll(WireMock.ok(body));
    assertThat(send(Write.PUT))
        .isInstanceOfSatisfying(
            Unclear.class, unclear -> assertThat(unclear.words().httpStatus()).isEqualTo(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"id\":\"" + ID + "\",\"deleted_at\":\"2026-01-02T03:04:05.678901Z\"}",
        "{\"workspace_id\":\"" + ID + "\",\"deleted\":true,\"message\":\"kept for recovery\"}"
      })
  void every_shape_of_a_deletion_is_accepted(String body) throws Exception {
    server.answersAll(WireMock.ok(body));
    assertThat(send(Write.DELETE))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.content()).isEqualTo(ID));
    server.answersAll(WireMock.noContent());
    assertThat(send(Write.DELETE))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.content()).isEqualTo(ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"another\"}",
        "{\"deleted\":false}",
        "{\"deleted\":null}",
        "<html>",
        "{\"id\""
      })
  void a_deletion_that_contradicts_itself_is_unclear(String body) throws Exception {
    server.answersAll(WireMock.ok(body));
    assertThat(send(Write.DELETE)).isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"token\":\"\"}", "{\"token\":null}", "{\"token\":token-9"})
  void a_token_that_cannot_be_read_is_unclear_and_not_quoted(String body) throws Exception {
    server.answersAll(WireMock.ok(body));
    assertThat(send(Write.POST)).isInstanceOf(Unclear.class).asString().doesNotContain("token-9");
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void without_a_connection_nothing_was_sent_and_trying_again_may_help(Write write)
      throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port + "/api/v1");
    try (WorkspacesApi api = server.client(settings(nobody, GIVEN))) {
      assertNotSent(write.send(api, scope()), "08001", true);
    }
  }

  @Test
  void without_a_token_nothing_was_sent() throws Exception {
    server.answersToken(status(401, "{}"));
    try (WorkspacesApi api = server.client(CLIENT)) {
      assertNotSent(Write.DELETE.send(api, scope()), "28000", false);
    }
    server.answersToken(status(503, "{}"));
    try (WorkspacesApi api = server.client(CLIENT)) {
      assertNotSent(Write.DELETE.send(api, scope()), "08006", false);
    }
    assertThat(server.lines()).containsOnly("POST /api/v1/account/applications/token");
  }

  @Test
  void what_cannot_be_sent_is_not_sent() throws Exception {
    try (WorkspacesApi api = server.client()) {
      FieldValue half = new FieldValue(NAME.get(0), "a\ud83d");
      assertNotSent(api.update(ID, List.of(half), NAME, 1, scope()), "22023", false);
      assertNotSent(api.mintScopedToken("a\ud83d", 1, scope()), "22023", false);
      assertNotSent(api.delete("../" + ID, 1, scope()), "XX000", false);
    }
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void after_cancel_deadline_or_close_nothing_is_sent(Write write) throws Exception {
    WorkspacesApi api = server.client();
    RequestScope cancelled = new RequestScope(1, Deadline.NONE).lettingFinish();
    cancelled.cancel();
    assertNotSent(write.send(api, cancelled), "57014", false);
    RequestScope late = new RequestScope(1, Deadline.after(Duration.ofNanos(1))).lettingFinish();
    assertNotSent(write.send(api, late), "HYT00", false);
    api.close();
    assertNotSent(write.send(api, scope()), "08003", false);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void an_expired_token_is_replaced_once() throws Exception {
    server.answersToken("t-1");
    server.wire.stubFor(
        put(anyUrl())
            .inScenario("expiry")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(WireMock.status(401))
            .willSetStateTo("refreshed"));
    server.wire.stubFor(
        put(anyUrl())
            .inScenario("expiry")
            .whenScenarioStateIs("refreshed")
            .willReturn(okJson("{\"name\":\"n\"}")));
    try (WorkspacesApi api = server.client(CLIENT)) {
      assertThat(Write.PUT.send(api, scope())).isInstanceOf(Accepted.class);
    }
    assertThat(server.lines())
        .containsExactly(
            "POST /api/v1/account/applications/token",
            "PUT /api/v1/workspaces/" + ID,
            "POST /api/v1/account/applications/token",
            "PUT /api/v1/workspaces/" + ID);
  }

  private WriteAnswer<?> send(Write write) throws Exception {
    try (WorkspacesApi api = server.client()) {
      return write.send(api, scope());
    }
  }

  private static ServerWords wordsOf(WriteAnswer<?> answer) {
    if (answer instanceof Refused<?> refused) {
      return refused.words();
    }
    return answer instanceof TryLater<?> later ? later.words() : ((Unclear<?>) answer).words();
  }

  private static void assertNotSent(WriteAnswer<?> answer, String sqlState, boolean passing) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            NotSent.class,
            notSent -> {
              assertThat(notSent.reason().getSQLState()).isEqualTo(sqlState);
              assertThat(notSent.passing()).isEqualTo(passing);
            });
  }
}
