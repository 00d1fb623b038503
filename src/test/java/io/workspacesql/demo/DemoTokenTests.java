package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoTokenTests {
  private final SetClock clock = new SetClock();
  private DemoOrganization organization;
  private DemoClient client;

  @BeforeEach
  void start() throws IOException {
    organization =
        DemoOrganization.start(DemoOptions.ofSize(3).withTokens(clock, Duration.ofSeconds(60)));
    client = DemoClient.of(organization);
  }

  @AfterEach
  void close() throws IOException {
    organization.close();
  }

  @Test
  void the_right_credentials_give_a_bearer_token_of_the_organization() {
    JsonNode token = client.mint("demo", "demo-secret").json();

    assertThat(token.get("access_token").asText()).hasSizeGreaterThan(40);
    assertThat(token.get("token_type").asText()).isEqualTo("bearer");
    assertThat(token.get("expires_in").asInt()).isEqualTo(60);
    assertThat(token.get("organization_id").asText()).isEqualTo(organization.organizationId());
  }

  @Test
  void no_two_tokens_are_equal() {
    assertThat(client.mint("demo", "demo-secret").body())
        .isNotEqualTo(client.mint("demo", "demo-secret").body());
  }

  @ParameterizedTest
  @CsvSource({"demo, wrong", "wrong, demo-secret", "demo, ''", "Demo, demo-secret"})
  void wrong_credentials_are_401(String id, String secret) {
    DemoClient.Answer answer = client.mint(id, secret);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().get("message").asText()).isEqualTo("Invalid client credentials");
    assertThat(answer.json().get("errors")).isEmpty();
  }

  @Test
  void each_missing_key_is_named_in_a_422() {
    DemoClient.Answer answer = client.post("{\"grant-type\":\"client_credentials\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsText("field"))
        .containsExactly("client_id", "client_secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "client_id=demo", "{\"client_id\":\"demo\"", "{} {}"})
  void a_body_that_is_not_one_json_object_is_422(String body) {
    assertThat(client.post(body).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workspaces", "/workspaces/stats", "/workspaces/not-a-uuid"})
  void nothing_else_answers_without_a_token(String path) {
    DemoClient.Answer answer = client.get(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void a_token_works_until_its_last_second_and_not_after() {
    DemoClient loggedIn = DemoClient.loggedIn(organization);

    clock.move(Duration.ofSeconds(59));
    assertThat(loggedIn.get("/workspaces/stats").status()).isEqualTo(200);
    clock.move(Duration.ofSeconds(1));
    assertThat(loggedIn.get("/workspaces/stats").status()).isEqualTo(401);
  }

  @Test
  void a_token_of_another_organization_is_401() throws IOException {
    try (DemoOrganization other = DemoOrganization.start(DemoOptions.ofSize(3))) {
      String token =
          DemoClient.of(other).mint("demo", "demo-secret").json().get("access_token").asText();

      assertThat(statusWith("Bearer " + token)).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer x", "Bearer .", "Bearer a.b", "Bearer %%.%%", "Basic ZGVtbzpkZW1v"})
  void a_made_up_authorization_is_401(String header) {
    assertThat(statusWith(header)).isEqualTo(401);
  }

  @Test
  void a_token_with_a_later_end_written_in_is_401() {
    String token = client.mint("demo", "demo-secret").json().get("access_token").asText();
    char first = token.charAt(7) == 'A' ? 'B' : 'A';

    assertThat(statusWith("Bearer " + token)).isEqualTo(200);
    assertThat(statusWith("Bearer " + token.substring(0, 7) + first + token.substring(8)))
        .isEqualTo(401);
  }

  private int statusWith(String authorization) {
    return client
        .send(
            HttpRequest.newBuilder(client.uri("/workspaces"))
                .header("Authorization", authorization))
        .status();
  }
}
