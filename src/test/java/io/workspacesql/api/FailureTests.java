package io.workspacesql.api;

import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.ApiServer.settings;
import static io.workspacesql.api.ApiServer.status;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTests {
  private static final List<ColumnDefinition> COLUMNS = Catalog.WORKSPACES.columns();
  private static final ListQuery FIRST = new ListQuery(null, null, 100, null);

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, 22023",
    "401, 28000",
    "402, 58000",
    "403, 42501",
    "404, 58000",
    "405, 58000",
    "408, 08006",
    "409, 58000",
    "422, 22023",
    "429, 53400",
    "500, 08006",
    "502, 08006",
    "503, 08006",
    "504, 08006",
    "304, 58000",
    "599, 08006"
  })
  void each_status_has_its_sqlstate(int status, String sqlState) throws Exception {
    server.answersAll(status(status, "{\"message\":\"told you\"}"));
    assertFails(sqlState, this::list);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 28000",
    "401, 28000",
    "403, 28000",
    "422, 28000",
    "404, 58000",
    "429, 53400",
    "500, 08006"
  })
  void each_status_of_the_token_endpoint_has_its_sqlstate(int status, String sqlState)
      throws Exception {
    server.answersAll(status(status, "{\"message\":\"told you\"}"));
    try (WorkspacesApi api = server.client(CLIENT)) {
      assertFails(sqlState, () -> api.verifyCredentials(scope())).hasMessageContaining("told you");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"message":"bad limit","errors":[]}                                 | bad limit
          {"message":null,"errors":[{"field":"limit","message":"too big"}]}   | limit too big
          {"message":"m","errors":[{"field":null,"message":"m","error_code":"v"}]} | : m
          {"detail":"no such thing"}                                          | no such thing
          {"detail":[{"loc":["query","limit"],"msg":"too big","type":"v"}]}   | query.limit too big
          {"error":"Bad","message":"limit is 1 to 100"}                       | Bad: limit is 1 to 100
          <html><head><title>502</title></head><body>Bad gateway</body></html> | 502 Bad gateway
          just text                                                           | just text
          {"unknown":"shape"}                                                 | {"unknown":"shape"}
          ``                                                                  | no further text
          ["list"]                                                            | ["list"]
          """)
  void the_servers_own_words_are_told(String body, String told) throws Exception {
    server.answersAll(status(422, body));
    assertFails("22023", this::list).hasMessageContaining(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"Bad\",\"message\":\"limit is 1 to 50\"}",
        "{\"detail\":[{\"loc\":[\"query\",\"Limit\"],\"msg\":\"too big\",\"type\":\"v\"}]}"
      })
  void a_refused_page_size_leads_to_the_property(String body) throws Exception {
    server.answersAll(status(422, body));
    assertFails("22023", this::list).hasMessageContaining("set pageSize to as many");
  }

  @Test
  void another_refusal_does_not_lead_to_the_page_size() throws Exception {
    server.answersAll(status(400, "{\"message\":\"unknown cursor\"}"));
    assertFails("22023", this::list).hasMessageNotContaining("pageSize");
  }

  @Test
  void control_characters_are_escaped_and_long_texts_cut() throws Exception {
    server.answersAll(status(500, "{\"detail\":\"a\\u001b[31m\\u202eb" + "x".repeat(9999) + "\"}"));
    SQLException failure = SqlFailures.of(this::list);
    assertThat(failure.getMessage())
        .contains("a\\u001b[31m\\u202eb")
        .doesNotContain("\u001b", "\u202e")
        .hasSizeLessThan(700);
  }

  @Test
  void the_request_id_is_told() throws Exception {
    server.answersAll(status(500, "{}").withHeader("X-Request-Id", "req-77"));
    assertFails("08006", this::list).hasMessageContaining("(request id req-77)");
  }

  @Test
  void a_rate_limit_is_transient_and_tells_when_to_come_back() throws Exception {
    server.answersAll(status(429, "{\"message\":\"slow down.\"}").withHeader("Retry-After", "17"));
    assertFails("53400", this::list)
        .isInstanceOf(SQLTransientException.class)
        .hasMessageContaining("slow down; Retry-After: 17");
  }

  @Test
  void several_organizations_lead_to_the_property() throws Exception {
    server.answersAll(status(400, "{\"message\":\"Please Specify target organization\"}"));
    assertFails("08001", this::list).hasMessageContaining("set organizationId");
    try (WorkspacesApi api = server.client(CLIENT)) {
      assertFails("08001", () -> api.verifyCredentials(scope()))
          .hasMessageContaining("set organizationId");
    }
  }

  @Test
  void a_server_that_echoes_secrets_gets_them_into_no_text() throws Exception {
    server.answersAll(
        status(422, "{\"detail\":\"token-canary secret-canary\"}")
            .withHeader("X-Request-Id", "secret-canary token-canary"));
    SQLException read = SqlFailures.of(this::list);
    assertThat(SqlFailures.allTexts(read)).contains("***").doesNotContain("token-canary");
    try (WorkspacesApi api = server.client(CLIENT)) {
      SQLException login = SqlFailures.of(() -> api.verifyCredentials(scope()));
      assertThat(SqlFailures.allTexts(login)).contains("***").doesNotContain("secret-canary");
    }
    assertThat(server.ledger.entries().get(0).toString()).doesNotContain("token-canary");
    assertThat(server.ledger.entries().get(1).toString()).doesNotContain("secret-canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":token-canary}",
        "{\"access_token\":\"token-canary\\u0000\"}",
        "{\"access_token\":\"token-canary",
        "{\"access_token\":{\"x\":\"token-canary\"}}",
        "token-canary"
      })
  void a_broken_token_answer_is_not_quoted(String body) throws Exception {
    server.answersAll(WireMock.okJson(body));
    try (WorkspacesApi api = server.client(CLIENT)) {
      SQLException failure = SqlFailures.of(() -> api.verifyCredentials(scope()));
      assertThat(failure.getSQLState()).isEqualTo("58000");
      assertThat(SqlFailures.allTexts(failure)).doesNotContain("canary");
    }
  }

  @Test
  void a_body_over_the_limit_after_inflation_is_refused() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] spaces = new byte[1 << 20];
      for (int i = 0; i < 17; i++) {
        gzip.write(spaces);
      }
    }
    server.answersAll(
        WireMock.ok().withHeader("Content-Encoding", "gzip").withBody(bomb.toByteArray()));
    assertFails("58000", this::list).hasMessageContaining("larger than 16 MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>login</html>", "", "[]", "{\"data\":[]} x", "{\"data\":[{\"id\":1}]}"})
  void an_answer_that_cannot_be_used_says_so(String body) throws Exception {
    server.answersAll(WireMock.ok(body));
    assertFails("58000", this::list).hasMessageContaining("GET /workspaces");
  }

  @Test
  void nobody_listening_is_08001() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    URI base = URI.create("http://127.0.0.1:" + port + "/api/v1");
    try (WorkspacesApi api = server.client(settings(base, GIVEN))) {
      assertFails("08001", () -> api.stats(scope()))
          .isInstanceOf(SQLTransientConnectionException.class)
          .hasMessageContaining("Cannot reach http://127.0.0.1:" + port);
    }
  }

  @Test
  void an_unknown_host_is_08001() throws Exception {
    URI base = URI.create("http://no-such-host.invalid/api/v1");
    try (WorkspacesApi api = server.client(settings(base, GIVEN))) {
      assertFails("08001", () -> api.stats(scope())).hasMessageContaining("host name is unknown");
    }
  }

  private void list() throws SQLException {
    try (WorkspacesApi api = server.client()) {
      api.list(FIRST, COLUMNS, scope());
    }
  }
}
