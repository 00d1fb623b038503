package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.ID;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.workspacesql.api.WriteAnswer.Accepted;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.config.ApiDialect;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Secret;
import io.workspacesql.observe.Ledger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a write puts on the wire, and what it takes from the answer. */
class WriteRequestTests {
  private static final ColumnDefinition NAME = Catalog.WORKSPACES.column("name");
  private static final ColumnDefinition STATUS = Catalog.WORKSPACES.column("status");
  private static final ColumnDefinition CACHE = Catalog.WORKSPACES.column("cache_enabled");

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_put_holds_the_given_fields_alone() throws Exception {
    server.answersAll(okJson("{\"id\":\"" + ID + "\",\"name\":\"ä\\\"\",\"cache_enabled\":null}"));
    try (WorkspacesApi api = server.client()) {
      List<FieldValue> values =
          List.of(
              new FieldValue(NAME, "ä\"\\\n\u0000😀"),
              new FieldValue(STATUS, "inactive"),
              new FieldValue(CACHE, null));
      WriteAnswer<Object[]> answer = api.update(ID, values, List.of(NAME, CACHE), 1, scope());
      assertThat(answer)
          .isInstanceOfSatisfying(
              Accepted.class,
              ok -> assertThat((Object[]) ok.content()).containsExactly("ä\"", null));
    }
    LoggedRequest request = server.requests().get(0);
    assertThat(request.getMethod() + " " + request.getUrl())
        .isEqualTo("PUT /api/v1/workspaces/" + ID);
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer token-canary");
    assertThat(request.getBodyAsString())
        .isEqualTo(
            "{\"name\":\"ä\\\"\\\\\\n\\u0000😀\",\"status\":\"inactive\",\"cache_enabled\":null}");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_flag_is_sent_as_a_flag(boolean flag) throws Exception {
    server.answersAll(WireMock.ok());
    try (WorkspacesApi api = server.client()) {
      api.update(ID, List.of(new FieldValue(CACHE, flag)), List.of(), 1, scope());
    }
    assertThat(server.requests().get(0).getBodyAsString())
        .isEqualTo("{\"cache_enabled\":" + flag + "}");
  }

  @Test
  void a_delete_has_no_body() throws Exception {
    server.answersAll(WireMock.noContent());
    try (WorkspacesApi api = server.client()) {
      api.delete(ID, 1, scope());
    }
    assertThat(server.lines()).containsExactly("DELETE /api/v1/workspaces/" + ID);
    assertThat(server.requests().get(0).getBody()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AGENTS, account/applications, workspace_name, workspace_name",
    "ENGINE, account/applications, external_user_id, external_user_id",
    "EMBEDDED, embedded, external_id, external_id"
  })
  void each_dialect_mints_in_its_own_words(
      ApiDialect dialect, String path, String field, String answered) throws Exception {
    server.answersAll(
        okJson(
            "{\"token\":\"scoped-canary\",\"workspace_id\":\""
                + ID
                + "\",\""
                + answered
                + "\":\"Acme\"}"));
    try (WorkspacesApi api = client(Minting.of(dialect))) {
      ScopedToken token =
          ((Accepted<ScopedToken>) api.mintScopedToken("Acme", 1, scope())).content();
      assertThat(api.scopedTokenInfo(token, scope()))
          .isEqualTo(new ScopedWorkspace(ID, "Acme", null));
    }
    assertThat(server.lines())
        .containsExactly(
            "POST /api/v1/" + path + "/scoped-token", "GET /api/v1/" + path + "/scoped-token/info");
    assertThat(server.requests().get(0).getBodyAsString())
        .isEqualTo("{\"" + field + "\":\"Acme\"}");
    assertThat(server.requests().get(0).getHeader("Authorization"))
        .isEqualTo("Bearer token-canary");
    assertThat(server.requests().get(1).getHeader("Authorization"))
        .isEqualTo("Bearer scoped-canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AGENTS   | {"workspace_name":"n","region_id":"r"}
          ENGINE   | {"external_user_id":"n","region_id":"r"}
          EMBEDDED | {"external_id":"n","region_id":"r","selected_source_template_tags":["a","b"],"selected_connection_template_tags":["c"]}
          """)
  void region_and_template_tags_go_where_they_are_known(ApiDialect dialect, String body)
      throws Exception {
    server.answersAll(okJson("{\"token\":\"t\"}"));
    try (WorkspacesApi api = client(new Minting(dialect, "r", List.of("a", "b"), List.of("c")))) {
      api.mintScopedToken("n", 1, scope());
    }
    assertThat(server.requests().get(0).getBodyAsString()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          AGENTS   | -         | -   | -   | account/applications/scoped-token | {"workspace_name":"n","region_id":"r"}
          AGENTS   | -         | x   | all | account/applications/scoped-token | {"workspace_name":"n","region_id":"r"}
          ENGINE   | -         | -   | -   | account/applications/scoped-token | {"external_user_id":"n","region_id":"r"}
          EMBEDDED | -         | -   | -   | embedded/scoped-token             | {"external_id":"n","region_id":"r","selected_source_template_tags":["a","b"],"selected_connection_template_tags":["c"]}
          EMBEDDED | -         | x,y | any | embedded/scoped-token             | {"external_id":"n","region_id":"r","selected_source_template_tags":["x","y"],"selected_source_template_tags_mode":"any","selected_connection_template_tags":["c"]}
          ENGINE   | https://o | x   | -   | account/applications/widget-token | {"workspace_name":"n","allowed_origin":"https://o","region_id":"r","selected_source_template_tags":["x"],"selected_connection_template_tags":["c"]}
          EMBEDDED | https://o | x   | all | embedded/widget-token             | {"workspace_name":"n","allowed_origin":"https://o","region_id":"r","selected_source_template_tags":["x"],"selected_source_template_tags_mode":"all","selected_connection_template_tags":["c"]}
          """)
  void a_token_is_ordered_with_what_the_order_says_and_otherwise_the_connection(
      ApiDialect dialect, String origin, String tags, String mode, String path, String body)
      throws Exception {
    server.answersAll(okJson("{\"token\":\"t\"}"));
    TokenOrder.Tags source =
        tags == null ? null : new TokenOrder.Tags(List.of(tags.split(",")), mode);
    try (WorkspacesApi api = client(new Minting(dialect, "r", List.of("a", "b"), List.of("c")))) {
      api.mintToken(new TokenOrder("n", origin, null, source, null), 1, scope());
    }
    assertThat(server.lines()).containsExactly("POST /api/v1/" + path);
    assertThat(server.requests().get(0).getBodyAsString()).isEqualTo(body);
  }

  @Test
  void the_region_of_an_order_holds_before_that_of_the_connection() throws Exception {
    server.answersAll(okJson("{\"token\":\"t\"}"));
    try (WorkspacesApi api = client(new Minting(ApiDialect.AGENTS, "r", List.of(), List.of()))) {
      api.mintToken(new TokenOrder("n", null, "other", null, null), 1, scope());
    }
    assertThat(server.requests().get(0).getBodyAsString())
        .isEqualTo("{\"workspace_name\":\"n\",\"region_id\":\"other\"}");
  }

  @Test
  void an_older_server_does_not_name_the_tokens_workspace() throws Exception {
    server.answersAll(okJson("{\"workspace_id\":\"" + ID + "\",\"organization_id\":\"o\"}"));
    try (WorkspacesApi api = server.client()) {
      assertThat(api.scopedTokenInfo(token("t"), scope()))
          .isEqualTo(new ScopedWorkspace(ID, null, "o"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}
          {"workspace_id":null}
          {"workspace_id":"../x"}
          {"workspace_id":7}
          """)
  void a_token_of_no_workspace_is_a_bad_answer(String body) throws Exception {
    server.answersAll(okJson(body));
    try (WorkspacesApi api = server.client()) {
      assertFails("58000", () -> api.scopedTokenInfo(token("t"), scope()));
    }
  }

  @Test
  void a_scoped_token_gets_into_no_text() throws Exception {
    server.answersAll(
        ApiServer.status(403, "{\"detail\":\"no scoped-canary\"}")
            .withHeader("X-Request-Id", "scoped-canary"));
    try (WorkspacesApi api = server.client()) {
      SQLException failure =
          SqlFailures.of(() -> api.scopedTokenInfo(token("scoped-canary"), scope()));
      assertThat(SqlFailures.allTexts(failure)).contains("***").doesNotContain("canary");
      assertFails("58000", () -> api.scopedTokenInfo(token("scoped-canary\n"), scope()))
          .hasMessageNotContaining("canary");
    }
    assertThat(server.ledger.entries().toString()).doesNotContain("canary");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void the_ledger_shows_path_templates_and_attempts() throws Exception {
    server.answersAll(okJson("{\"token\":\"scoped-canary\",\"workspace_id\":\"" + ID + "\"}"));
    try (WorkspacesApi api = server.client()) {
      api.update(ID, List.of(new FieldValue(NAME, "name-canary")), List.of(), 3, scope());
      api.delete(ID, 2, scope());
      api.mintScopedToken("name-canary", 1, scope());
      api.scopedTokenInfo(token("scoped-canary"), scope());
    }
    assertThat(server.ledger.entries())
        .extracting(Ledger.Entry::request)
        .extracting(r -> r.httpMethod() + " " + r.pathTemplate() + " " + r.attempt())
        .containsExactly(
            "PUT /workspaces/{id} 3",
            "DELETE /workspaces/{id} 2",
            "POST /account/applications/scoped-token 1",
            "GET /account/applications/scoped-token/info 1");
    assertThat(server.ledger.entries().toString()).doesNotContain("canary", ID);
  }

  private static ScopedToken token(String text) {
    return new ScopedToken(Secret.of(text));
  }

  private WorkspacesApi client(Minting minting) throws SQLException {
    return server.client(
        new ApiSettings(
            server.base(),
            GIVEN,
            null,
            Network.DIRECT,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            8,
            0,
            ApiServer.NO_RETRIES,
            minting,
            null));
  }
}
