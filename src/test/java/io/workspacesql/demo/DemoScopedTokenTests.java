package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.workspacesql.demo.Dialect.NameKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoScopedTokenTests {
  private static final String MINT = "/account/applications/scoped-token";
  private static final String INFO = MINT + "/info";
  private static final String EMBEDDED = "/embedded/scoped-token";
  private static final int SIZE = 30;
  private final SetClock clock = new SetClock();
  private DemoOrganization organization;
  private DemoClient client;

  @BeforeEach
  void start() throws IOException {
    start(Dialect.CURRENT);
  }

  private void start(Dialect dialect) throws IOException {
    organization =
        DemoOrganization.start(
            DemoOptions.ofSize(SIZE)
                .withTokens(clock, Duration.ofMinutes(60))
                .withDialect(dialect));
    client = DemoClient.loggedIn(organization);
  }

  @AfterEach
  void close() throws IOException {
    organization.close();
  }

  @Test
  void a_new_name_founds_an_active_tenant_at_the_end() {
    clock.move(Duration.ofMinutes(1));
    DemoClient.Answer answer = client.post(MINT, "{\"workspace_name\": \"Acme New\"}");
    List<JsonNode> all = client.all("limit=100");
    JsonNode founded = all.get(SIZE);

    assertThat(answer.json().fieldNames()).toIterable().containsExactly("token");
    assertThat(all).hasSize(SIZE + 1);
    assertThat(founded.get("name").asText()).isEqualTo("Acme New");
    assertThat(founded.get("status").asText()).isEqualTo("active");
    assertThat(founded.get("organization_id").asText()).isEqualTo(organization.organizationId());
    assertThat(founded.get("cache_enabled").isNull()).isTrue();
    assertThat(founded.get("created_at").asText()).isEqualTo("2026-01-01T00:01:00.000000Z");
    assertThat(founded.get("updated_at")).isEqualTo(founded.get("created_at"));
    assertThat(client.get("/workspaces/" + founded.get("id").asText()).json()).isEqualTo(founded);
    assertThat(client.get("/workspaces/stats").json().get("total_count").asInt())
        .isEqualTo(SIZE + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/applications/widget-token", "/embedded/widget-token"})
  void a_widget_token_holds_a_scoped_one_and_founds_tenants_too(String path) throws IOException {
    String body = "{\"workspace_name\": \"New\", \"allowed_origin\": \"https://a.example:1\"}";
    String answer = client.post(path, body).json().get("token").asText();
    JsonNode content = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(answer));
    JsonNode info = client.withToken(content.get("token").asText()).get(INFO).json();

    assertThat(client.names("name_contains=New")).containsExactly("New");
    assertThat(info.get("workspace_name").asText()).isEqualTo("New");
    assertThat(content.get("widgetUrl").asText())
        .contains("workspaceId=" + info.get("workspace_id").asText())
        .contains("allowedOrigin=https%3A%2F%2Fa.example%3A1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"workspace_name": "New"}                          | allowed_origin
          {"workspace_name": "New", "allowed_origin": ""}    | allowed_origin
          {"allowed_origin": "https://a.example"}            | workspace_name
          {"workspace_name": "New", "allowed_origin": "https://a.example", "region_id": "x"} | region_id
          """)
  void a_widget_token_needs_a_name_and_an_origin(String body, String field) {
    DemoClient.Answer answer = client.post("/account/applications/widget-token", body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo(field);
    assertThat(client.names("name_contains=New")).isEmpty();
  }

  @Test
  void a_known_name_founds_nothing() {
    client.post(MINT, "{\"workspace_name\": \"default\"}");
    client.post(MINT, "{\"workspace_name\": \"New\"}");
    client.post(MINT, "{\"workspace_name\": \"New\"}");

    assertThat(client.all("limit=100")).hasSize(SIZE + 1);
  }

  @Test
  void a_name_that_differs_by_case_is_new() {
    client.post(MINT, "{\"workspace_name\": \"DEFAULT\"}");

    assertThat(client.names("name_contains=default")).containsExactly("default", "DEFAULT");
  }

  @Test
  void the_old_name_of_a_renamed_tenant_founds_another() {
    String id = info(client.post(MINT, "{\"workspace_name\": \"default\"}"), "workspace_id");
    client.put("/workspaces/" + id, "{\"name\": \"renamed\"}");

    assertThat(info(client.post(MINT, "{\"workspace_name\": \"default\"}"), "workspace_id"))
        .isNotEqualTo(id);
    assertThat(info(client.post(MINT, "{\"workspace_name\": \"renamed\"}"), "workspace_id"))
        .isEqualTo(id);
  }

  @Test
  void the_name_of_a_deleted_tenant_founds_another() {
    String id = info(client.post(MINT, "{\"workspace_name\": \"New\"}"), "workspace_id");
    client.delete("/workspaces/" + id);

    assertThat(info(client.post(MINT, "{\"workspace_name\": \"New\"}"), "workspace_id"))
        .isNotEqualTo(id);
    assertThat(client.get("/workspaces/" + id).status()).isEqualTo(404);
  }

  @Test
  void the_info_names_the_tenant_and_the_organization() {
    DemoClient.Answer minted = client.post(MINT, "{\"workspace_name\": \"default\"}");

    assertThat(info(minted, "workspace_id"))
        .isEqualTo(client.all("limit=100").get(0).get("id").asText());
    assertThat(info(minted, "workspace_name")).isEqualTo("default");
    assertThat(info(minted, "organization_id")).isEqualTo(organization.organizationId());
  }

  @Test
  void the_info_of_a_deleted_tenant_is_404() {
    DemoClient.Answer minted = client.post(MINT, "{\"workspace_name\": \"New\"}");
    client.delete("/workspaces/" + info(minted, "workspace_id"));

    assertThat(scoped(minted).get(INFO).status()).isEqualTo(404);
  }

  @Test
  void a_scoped_token_lives_twenty_minutes() {
    DemoClient scoped = scoped(client.post(MINT, "{\"workspace_name\": \"New\"}"));
    clock.move(Duration.ofMinutes(20).minusSeconds(1));
    assertThat(scoped.get(INFO).status()).isEqualTo(200);
    clock.move(Duration.ofSeconds(1));
    assertThat(scoped.get(INFO).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /workspaces",
    "GET, /workspaces/stats",
    "GET, /workspaces/ID",
    "GET, /integrations/templates/sources",
    "GET, /integrations/templates/connections",
    "GET, /integrations/templates/tags",
    "GET, /integrations/definitions/sources",
    "PUT, /workspaces/ID",
    "DELETE, /workspaces/ID",
    "POST, /account/applications/scoped-token",
    "POST, /embedded/scoped-token"
  })
  void a_scoped_token_manages_nothing(String method, String path) {
    DemoClient.Answer minted = client.post(MINT, "{\"workspace_name\": \"New\"}");
    DemoClient scoped = scoped(minted);
    String target = path.replace("ID", info(minted, "workspace_id"));

    String body = method.equals("GET") ? "" : "{\"workspace_name\": \"x\", \"name\": \"x\"}";

    assertThat(scoped.send(method, target, body).status()).isEqualTo(403);
    assertThat(client.names("limit=100")).hasSize(SIZE + 1).contains("New").doesNotContain("x");
  }

  @Test
  void a_scoped_token_shows_the_connectors_of_its_workspace_alone() {
    DemoClient.Answer minted = client.post(MINT, "{\"workspace_name\": \"default\"}");
    String id = info(minted, "workspace_id");
    String other = client.all("limit=2").get(1).get("id").asText();
    String connectors = "/integrations/connectors?";

    assertThat(scoped(minted).get(connectors + "workspace_id=" + id).json())
        .isEqualTo(client.get(connectors + "workspace_id=" + id).json());
    assertThat(scoped(minted).get(connectors + "workspace_name=default").status()).isEqualTo(200);
    assertThat(scoped(minted).get(connectors + "workspace_id=" + other).status()).isEqualTo(403);
    assertThat(scoped(minted).get(connectors + "workspace_name=nobody").status()).isEqualTo(403);
  }

  @Test
  void its_own_workspace_can_be_shown_to_a_scoped_token() throws IOException {
    organization.close();
    start(Dialect.builder().ownWorkspaceShown(true).build());
    DemoClient.Answer minted = client.post(MINT, "{\"workspace_name\": \"default\"}");
    List<JsonNode> all = client.all("limit=2");

    assertThat(scoped(minted).get("/workspaces/" + all.get(0).get("id").asText()).json())
        .isEqualTo(all.get(0));
    assertThat(scoped(minted).get("/workspaces/" + all.get(1).get("id").asText()).status())
        .isEqualTo(403);
  }

  @Test
  void the_info_can_leave_the_name_out() throws IOException {
    organization.close();
    start(Dialect.builder().infoNamesTenant(false).build());
    DemoClient.Answer minted = client.post(MINT, "{\"workspace_name\": \"default\"}");

    assertThat(scoped(minted).get(INFO).json().fieldNames())
        .toIterable()
        .containsExactly("organization_id", "workspace_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {INFO, EMBEDDED + "/info"})
  void an_application_token_has_no_scope_to_tell(String path) {
    assertThat(client.get(path).status()).isEqualTo(403);
    assertThat(DemoClient.of(organization).get(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "'', body",
    "'{}', workspace_name",
    "'{\"external_user_id\": \"a\"}', workspace_name",
    "'{\"workspace_name\": null}', workspace_name",
    "'{\"workspace_name\": 5}', workspace_name",
    "'{\"workspace_name\": \"\"}', workspace_name",
    "'{\"workspace_name\": \"a\", \"region_id\": \"eu\"}', region_id",
    "'{\"workspace_name\": \"a\", \"region_id\": 1}', region_id"
  })
  void a_wrong_body_is_422_and_founds_nothing(String body, String field) {
    DemoClient.Answer answer = client.post(MINT, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsText("field")).containsExactly(field);
    assertThat(client.all("limit=100")).hasSize(SIZE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"645a183f-b12b-4c6e-8ad3-99e165603450\""})
  void a_region_may_be_named(String region) {
    DemoClient.Answer answer =
        client.post(MINT, "{\"workspace_name\": \"New\", \"region_id\": " + region + "}");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void the_name_can_have_its_older_key() throws IOException {
    organization.close();
    start(Dialect.builder().nameKey(NameKey.EXTERNAL_USER_ID).build());
    DemoClient.Answer minted = client.post(MINT, "{\"external_user_id\": \"New\"}");

    assertThat(info(minted, "external_user_id")).isEqualTo("New");
    assertThat(client.post(MINT, "{\"workspace_name\": \"New\"}").status()).isEqualTo(422);
  }

  @Test
  void the_oldest_path_has_its_own_key_and_tags() {
    DemoClient.Answer minted =
        client.post(
            EMBEDDED, "{\"external_id\": \"New\", \"selected_source_template_tags\": [\"crm\"]}");

    assertThat(scoped(minted).get(EMBEDDED + "/info").json().get("workspace_name").asText())
        .isEqualTo("New");
    assertThat(client.post(EMBEDDED, "{\"workspace_name\": \"New\"}").status()).isEqualTo(422);
  }

  private DemoClient scoped(DemoClient.Answer minted) {
    return client.withToken(minted.json().get("token").asText());
  }

  private String info(DemoClient.Answer minted, String key) {
    return scoped(minted).get(INFO).json().get(key).asText();
  }
}
