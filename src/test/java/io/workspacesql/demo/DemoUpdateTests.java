package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.workspacesql.demo.Dialect.WritableField;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoUpdateTests {
  private static final int SIZE = 30;
  private final SetClock clock = new SetClock();
  private DemoOrganization organization;
  private DemoClient client;
  private String first;

  @BeforeEach
  void start() throws IOException {
    start(Dialect.CURRENT);
  }

  private void start(Dialect dialect) throws IOException {
    organization =
        DemoOrganization.start(
            DemoOptions.ofSize(SIZE).withTokens(clock, Duration.ofHours(2)).withDialect(dialect));
    client = DemoClient.loggedIn(organization);
    first = "/workspaces/" + client.get("/workspaces").json().at("/data/0/id").asText();
  }

  private void restart(Dialect dialect) throws IOException {
    organization.close();
    start(dialect);
  }

  @AfterEach
  void close() throws IOException {
    organization.close();
  }

  @ParameterizedTest
  @CsvSource({
    "name, '\"İ \\\"new\\\" 🚀\"'",
    "name, '\" \"'",
    "status, '\"inactive\"'",
    "cache_enabled, true",
    "cache_enabled, false"
  })
  void one_key_changes_one_field_and_the_time_of_the_update(String key, String value) {
    ObjectNode expected = client.get(first).json().deepCopy();
    clock.move(Duration.ofMinutes(61));
    JsonNode answer = client.put(first, "{\"" + key + "\": " + value + "}").json();

    expected.put("updated_at", "2026-01-01T01:01:00.000000Z").set(key, answer.get(key));
    assertThat(answer).isEqualTo(expected);
    assertThat(answer.get(key).toString()).isEqualTo(value);
    assertThat(client.get(first).json()).isEqualTo(expected);
    assertThat(client.all("limit=100").get(0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": null, \"status\": null, \"cache_enabled\": null}",
        "{\"visibility\": \"private\", \"color\": \"#ffffff\", \"tombstone\": true}"
      })
  void null_and_unknown_keys_change_nothing(String body) {
    client.put(first, "{\"cache_enabled\": true}");
    JsonNode before = client.get(first).json();
    clock.move(Duration.ofMinutes(1));

    assertThat(client.put(first, body).json()).isEqualTo(before);
    assertThat(client.get(first).json()).isEqualTo(before);
  }

  @Test
  void null_can_clear_the_cache_flag() throws IOException {
    restart(Dialect.builder().nullClears(true).build());
    client.put(first, "{\"cache_enabled\": true}");
    String name = client.get(first).json().get("name").asText();

    JsonNode answer = client.put(first, "{\"cache_enabled\": null, \"name\": null}").json();

    assertThat(answer.get("cache_enabled").isNull()).isTrue();
    assertThat(answer.get("name").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'', body",
    "'[]', body",
    "'{\"name\"', body",
    "'{\"name\": \"\"}', name",
    "'{\"name\": 5}', name",
    "'{\"name\": [\"a\"]}', name",
    "'{\"status\": \"deleted\"}', status",
    "'{\"status\": \"ACTIVE\"}', status",
    "'{\"status\": \"\"}', status",
    "'{\"status\": true}', status",
    "'{\"cache_enabled\": \"true\"}', cache_enabled",
    "'{\"cache_enabled\": 1}', cache_enabled",
    "'{\"name\": \"fine\", \"status\": \"wrong\"}', status"
  })
  void a_wrong_body_is_422_names_the_field_and_changes_nothing(String body, String field) {
    JsonNode before = client.get(first).json();
    DemoClient.Answer answer = client.put(first, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsText("field")).containsExactly(field);
    assertThat(client.get(first).json()).isEqualTo(before);
  }

  @Test
  void every_wrong_field_is_named() {
    DemoClient.Answer answer =
        client.put(first, "{\"name\": \"\", \"status\": \"x\", \"cache_enabled\": 0}");

    assertThat(answer.json().get("errors").findValuesAsText("field"))
        .containsExactly("name", "status", "cache_enabled");
  }

  @Test
  void nobodys_id_is_404_and_no_uuid_is_422() {
    assertThat(client.put("/workspaces/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
    assertThat(client.put("/workspaces/7", "{}").status()).isEqualTo(422);
  }

  @Test
  void a_tombstone_cannot_be_changed() throws IOException {
    restart(Dialect.builder().tombstoneEvery(1).build());

    assertThat(client.get(first).status()).isEqualTo(200);
    assertThat(client.put(first, "{\"name\": \"x\"}").status()).isEqualTo(404);
    assertThat(client.delete(first).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void a_field_can_stay_unapplied_under_an_answer_of_success(WritableField field)
      throws IOException {
    restart(Dialect.builder().unapplied(Set.of(field)).build());
    JsonNode before = client.get(first).json();
    DemoClient.Answer answer =
        client.put(first, "{\"name\": \"new\", \"status\": \"inactive\", \"cache_enabled\": true}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("name").asText())
        .isEqualTo(field == WritableField.NAME ? before.get("name").asText() : "new");
    assertThat(answer.json().get("status").asText())
        .isEqualTo(field == WritableField.STATUS ? "active" : "inactive");
    assertThat(answer.json().get("cache_enabled").asText())
        .isEqualTo(
            field == WritableField.CACHE_ENABLED ? before.get("cache_enabled").asText() : "true");
    assertThat(client.get(first).json()).isEqualTo(answer.json());
  }

  @Test
  void the_stats_and_the_filters_follow() throws IOException {
    restart(Dialect.builder().filtersInNext(true).build());
    int active = client.get("/workspaces/stats").json().get("active_count").asInt();
    client.put(first, "{\"status\": \"inactive\", \"name\": \"The needle\"}");
    JsonNode stats = client.get("/workspaces/stats").json();

    assertThat(stats.get("active_count").asInt()).isEqualTo(active - 1);
    assertThat(stats.get("total_count").asInt()).isEqualTo(SIZE);
    assertThat(client.all("status=active&limit=100")).hasSize(active - 1);
    assertThat(client.names("name_contains=needle")).containsExactly("The needle");
    assertThat(client.names("name_contains=default")).isEmpty();
  }

  @Test
  void two_tenants_may_have_one_name() {
    assertThat(client.put(first, "{\"name\": \"100% Organic\"}").status()).isEqualTo(200);
    assertThat(client.names("name_contains=" + DemoClient.encoded("100% Organic"))).hasSize(2);
  }
}
