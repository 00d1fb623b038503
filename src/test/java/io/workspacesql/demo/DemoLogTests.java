package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DemoLogTests {
  private DemoOrganization organization;

  @BeforeEach
  void start() throws IOException {
    organization = DemoOrganization.start(DemoOptions.ofSize(3));
  }

  @AfterEach
  void close() throws IOException {
    organization.close();
  }

  @Test
  void it_tells_method_path_and_body_of_each_request_in_order() {
    DemoClient client = DemoClient.loggedIn(organization);
    String id =
        client.get("/workspaces?limit=1&name_contains=%25").json().at("/data/0/id").asText();
    client.put("/workspaces/1", "{\"name\": \"ş\"}");
    client.delete("/workspaces/" + id + "x");

    assertThat(organization.log())
        .containsExactly(
            new LoggedRequest("POST", "/account/applications/token", ""),
            new LoggedRequest("GET", "/workspaces?limit=1&name_contains=%25", ""),
            new LoggedRequest("PUT", "/workspaces/1", "{\"name\": \"ş\"}"),
            new LoggedRequest("DELETE", "/workspaces/" + id + "x", ""));
  }

  @Test
  void it_holds_no_secret_even_of_requests_that_went_astray() {
    DemoClient client = DemoClient.loggedIn(organization);
    client.post("/account/application/token", "{\"client_secret\": \"demo-secret\"}");

    assertThat(organization.log().toString())
        .contains("/account/application/token")
        .doesNotContain("secret\":", "Bearer");
  }

  @Test
  void it_counts_every_endpoint() {
    DemoClient client = DemoClient.loggedIn(organization);
    client.put("/workspaces/1", "{}");
    client.delete("/workspaces/1");
    client.post("/account/applications/scoped-token", "{}");
    client.post("/embedded/scoped-token", "{}");
    client.get("/account/applications/scoped-token/info");

    assertThat(organization.requests())
        .containsEntry("PUT /workspaces/{workspace_id}", 1L)
        .containsEntry("DELETE /workspaces/{workspace_id}", 1L)
        .containsEntry("POST /account/applications/scoped-token", 1L)
        .containsEntry("POST /embedded/scoped-token", 1L)
        .containsEntry("GET /account/applications/scoped-token/info", 1L)
        .containsEntry("other", 0L);
  }

  @Test
  void the_oldest_give_way_when_it_is_full() {
    DemoClient client = DemoClient.of(organization);
    String body = "x".repeat(60_000);
    for (int i = 0; i < 20; i++) {
      client.put("/workspaces/" + i, body);
    }
    List<LoggedRequest> log = organization.log();

    assertThat(log).hasSize(16);
    assertThat(log.get(15).path()).isEqualTo("/workspaces/19");
  }
}
