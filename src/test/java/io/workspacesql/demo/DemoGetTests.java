package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.workspacesql.demo.Dialect.ErrorForm;
import io.workspacesql.demo.Dialect.ObjectForm;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoGetTests {
  private static final Set<String> TEN_KEYS =
      new TreeSet<>(
          Set.of(
              "id",
              "name",
              "organization_id",
              "status",
              "cache_enabled",
              "tombstone",
              "created_at",
              "updated_at",
              "visibility",
              "color"));

  @Test
  void a_tenant_by_id_is_what_the_list_showed() throws IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(250))) {
      DemoClient client = DemoClient.loggedIn(organization);
      for (JsonNode listed : client.all("limit=100")) {
        assertThat(client.get("/workspaces/" + listed.get("id").asText()).json()).isEqualTo(listed);
      }
    }
  }

  @Test
  void an_id_in_upper_case_is_the_same_tenant() throws IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1))) {
      DemoClient client = DemoClient.loggedIn(organization);
      String id = client.all("").get(0).get("id").asText();

      assertThat(client.get("/workspaces/" + id.toUpperCase(Locale.ROOT)).json().get("id").asText())
          .isEqualTo(id);
    }
  }

  @Test
  void an_unknown_id_is_404() throws IOException {
    assertThat(statusIn(Dialect.CURRENT, "/workspaces/" + UUID.randomUUID())).isEqualTo(404);
  }

  @Test
  void an_id_beyond_the_size_is_404() throws IOException {
    String fourth = new TenantIds(new Seed(1)).of(3).toString();

    assertThat(statusIn(Dialect.CURRENT, "/workspaces/" + fourth)).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "stat", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g", "..%2Fx"})
  void an_id_that_is_no_uuid_is_422(String id) throws IOException {
    assertThat(statusIn(Dialect.CURRENT, "/workspaces/" + id)).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/workspace", "/workspaces/", "/workspaces/stats/x", "/internal"})
  void an_unknown_path_is_an_error(String path) throws IOException {
    assertThat(statusIn(Dialect.CURRENT, path)).isIn(404, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "PUT", "DELETE", "POST"})
  void a_method_that_an_endpoint_does_not_have_is_405(String method) throws IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(3))) {
      DemoClient client = DemoClient.loggedIn(organization);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(client.uri("/workspaces/stats"))
              .method(method, HttpRequest.BodyPublishers.ofString("{}"));

      assertThat(client.send(request).status()).isEqualTo(405);
      assertThat(organization.requests()).containsEntry("other", 1L);
    }
  }

  @Test
  void the_ten_keys_are_there() throws IOException {
    assertThat(keys(ObjectForm.TEN_KEYS)).isEqualTo(TEN_KEYS);
  }

  @Test
  void the_older_object_has_six() throws IOException {
    assertThat(keys(ObjectForm.SIX_KEYS)).hasSize(6).isSubsetOf(TEN_KEYS);
  }

  @Test
  void a_newer_object_has_more() throws IOException {
    assertThat(keys(ObjectForm.EXTRA_KEYS)).hasSize(12).containsAll(TEN_KEYS);
  }

  @ParameterizedTest
  @CsvSource({
    "0, \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ",
    "3, .*:\\d\\d\\.\\d{3}Z",
    "6, .*:\\d\\d\\.\\d{6}Z"
  })
  void timestamps_have_the_digits_of_the_dialect(int digits, String pattern) throws IOException {
    JsonNode first = first(Dialect.builder().fractionDigits(digits).build());

    assertThat(first.get("created_at").asText()).matches(pattern);
    assertThat(first.get("updated_at").asText()).matches(pattern);
  }

  @ParameterizedTest
  @EnumSource
  void an_error_says_what_is_wrong_in_every_form(ErrorForm form) throws IOException {
    try (DemoOrganization organization =
        DemoOrganization.start(
            DemoOptions.ofSize(3).withDialect(Dialect.builder().errors(form).build()))) {
      DemoClient.Answer answer = DemoClient.loggedIn(organization).get("/workspaces?limit=0");

      assertThat(answer.status()).isEqualTo(422);
      assertThat(said(answer, form))
          .isEqualTo(form == ErrorForm.HTML ? "422" : "Input should be an integer from 1 to 100");
    }
  }

  private static String said(DemoClient.Answer answer, ErrorForm form) {
    return switch (form) {
      case MESSAGE_AND_ERRORS -> answer.json().at("/errors/0/message").asText();
      case DETAIL_STRING -> answer.json().at("/detail").asText();
      case DETAIL_ARRAY -> answer.json().at("/detail/0/msg").asText();
      case ERROR_AND_MESSAGE -> answer.json().at("/message").asText();
      case HTML -> answer.body().replaceAll(".*<h1>(\\d+).*", "$1");
    };
  }

  @Test
  void every_answer_has_its_own_request_id() throws IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(3))) {
      DemoClient client = DemoClient.of(organization);

      assertThat(client.get("/workspaces").header("X-Request-Id"))
          .isNotEmpty()
          .isNotEqualTo(client.get("/workspaces").header("X-Request-Id"));
    }
  }

  @Test
  void another_organization_in_the_header_is_403_and_none_is_400_where_one_is_needed()
      throws IOException {
    Dialect dialect = Dialect.builder().organizationHeaderRequired(true).build();
    try (DemoOrganization organization =
        DemoOrganization.start(DemoOptions.ofSize(3).withDialect(dialect))) {
      DemoClient client = DemoClient.loggedIn(organization);
      String header = "X-Organization-Id";
      String stats = "/workspaces/stats";

      assertThat(client.get(stats).status()).isEqualTo(400);
      assertThat(client.get(stats, header, "x").status()).isEqualTo(422);
      assertThat(client.get(stats, header, UUID.randomUUID().toString()).status()).isEqualTo(403);
      assertThat(client.get(stats, header, organization.organizationId()).status()).isEqualTo(200);
    }
  }

  private static int statusIn(Dialect dialect, String path) throws IOException {
    try (DemoOrganization organization =
        DemoOrganization.start(DemoOptions.ofSize(3).withDialect(dialect))) {
      return DemoClient.loggedIn(organization).get(path).status();
    }
  }

  private static JsonNode first(Dialect dialect) throws IOException {
    try (DemoOrganization organization =
        DemoOrganization.start(DemoOptions.ofSize(3).withDialect(dialect))) {
      return DemoClient.loggedIn(organization).all("").get(0);
    }
  }

  private static Set<String> keys(ObjectForm form) throws IOException {
    Set<String> keys = new TreeSet<>();
    first(Dialect.builder().object(form).build()).fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
