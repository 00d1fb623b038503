package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.workspacesql.api.ApiServer.ID;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a token that was given turns out to be a scoped one. */
class GivenScopedTokenTests {
  private static final String INFO = "/account/applications/scoped-token/info";
  private static final String EMBEDDED_INFO = "/embedded/scoped-token/info";

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_token_that_may_list_is_no_scoped_one() throws Exception {
    server.answersJson("/workspaces", "{\"data\":[]}");
    try (WorkspacesApi api = server.client()) {
      assertThat(api.verifyCredentials(scope())).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "workspace_name":"Acme","organization_id":"o"   | Acme | o
          "external_user_id":"Acme","organization_id":"o" | Acme | o
          "organization_id":"o"                           |      | o
          "expires_at":"2026-01-01T00:00:00Z"             |      |
          """)
  void a_scoped_token_tells_its_workspace_in_any_form(
      String more, String name, String organizationId) throws Exception {
    forbidsTheList();
    server.answersJson(INFO, "{\"workspace_id\":\"" + ID + "\"," + more + "}");
    try (WorkspacesApi api = server.client()) {
      assertThat(api.verifyCredentials(scope()))
          .isEqualTo(new ScopedWorkspace(ID, name, organizationId));
      assertThat(server.lines())
          .containsExactly("GET /api/v1/workspaces?limit=1", "GET /api/v1" + INFO);
    }
  }

  @Test
  void the_other_path_of_the_info_is_asked_when_the_first_is_unknown() throws Exception {
    forbidsTheList();
    server.answers(INFO, aResponse().withStatus(404));
    server.answersJson(EMBEDDED_INFO, "{\"workspace_id\":\"" + ID + "\"}");
    try (WorkspacesApi api = server.client()) {
      assertThat(api.verifyCredentials(scope())).isNotNull();
      assertThat(api.ownWorkspacePath()).isEqualTo(EMBEDDED_INFO);
      api.ownWorkspace(scope());
      assertThat(server.lines())
          .containsExactly(
              "GET /api/v1/workspaces?limit=1",
              "GET /api/v1" + INFO,
              "GET /api/v1" + EMBEDDED_INFO,
              "GET /api/v1" + EMBEDDED_INFO);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void a_token_without_a_scope_fails_with_what_the_list_said(int status) throws Exception {
    forbidsTheList();
    server.answers(INFO, aResponse().withStatus(status));
    server.answers(EMBEDDED_INFO, aResponse().withStatus(404));
    try (WorkspacesApi api = server.client()) {
      assertFails("42501", () -> api.verifyCredentials(scope()))
          .hasMessageContaining("no Agents here");
    }
  }

  @Test
  void an_info_that_cannot_be_read_now_is_a_fault_of_the_server() throws Exception {
    forbidsTheList();
    server.answers(INFO, aResponse().withStatus(503));
    try (WorkspacesApi api = server.client()) {
      assertFails("08006", () -> api.verifyCredentials(scope()));
    }
  }

  @Test
  void a_given_token_that_has_ended_says_that_it_cannot_be_refreshed() throws Exception {
    server.answers(
        "/workspaces", aResponse().withStatus(401).withBody("{\"message\":\"Expired.\"}"));
    try (WorkspacesApi api = server.client()) {
      assertFails("28000", () -> api.verifyCredentials(scope()))
          .hasMessage(
              "The server refused the credentials: Expired; the driver cannot refresh an accessToken"
                  + " that it was given (a scoped token lives 20 minutes), so connect with a new"
                  + " one.");
    }
  }

  private void forbidsTheList() {
    server.answers(
        "/workspaces", aResponse().withStatus(403).withBody("{\"message\":\"no Agents here\"}"));
  }
}
