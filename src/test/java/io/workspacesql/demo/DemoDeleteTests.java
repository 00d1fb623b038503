package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.workspacesql.demo.Dialect.CursorKind;
import io.workspacesql.demo.Dialect.DeletionForm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DemoDeleteTests {
  private static final int SIZE = 50;

  @ParameterizedTest
  @EnumSource
  void a_deleted_tenant_is_gone_everywhere(DeletionForm form) throws IOException {
    in(
        Dialect.builder().deletion(form).build(),
        client -> {
          String id = ids(client).get(7);

          assertThat(client.delete("/workspaces/" + id).status())
              .isEqualTo(form == DeletionForm.NO_CONTENT ? 204 : 200);
          assertThat(client.get("/workspaces/" + id).status()).isEqualTo(404);
          assertThat(client.put("/workspaces/" + id, "{}").status()).isEqualTo(404);
          assertThat(client.delete("/workspaces/" + id).status()).isEqualTo(404);
          assertThat(ids(client)).hasSize(SIZE - 1).doesNotContain(id);
          assertThat(client.get("/workspaces/stats").json().get("total_count").asInt())
              .isEqualTo(SIZE - 1);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ID_AND_TIME, '{\"id\":\"ID\",\"deleted_at\":\"2026-01-01T00:00:00.000000Z\"}'",
    "DELETED_TRUE, '{\"workspace_id\":\"ID\",\"deleted\":true}'",
    "NO_CONTENT, ''"
  })
  void the_answer_has_the_form_of_the_dialect(DeletionForm form, String expected)
      throws IOException {
    in(
        Dialect.builder().deletion(form).build(),
        client -> {
          String id = ids(client).get(0);
          DemoClient.Answer answer = client.delete("/workspaces/" + id);

          assertThat(answer.body()).isEqualTo(expected.replace("ID", id));
          assertThat(answer.header("Content-Length"))
              .isEqualTo(expected.isEmpty() ? "" : Integer.toString(answer.body().length()));
        });
  }

  @Test
  void nobodys_id_is_404_and_no_uuid_is_422() throws IOException {
    in(
        Dialect.CURRENT,
        client -> {
          assertThat(client.delete("/workspaces/" + UUID.randomUUID()).status()).isEqualTo(404);
          assertThat(client.delete("/workspaces/x").status()).isEqualTo(422);
        });
  }

  @ParameterizedTest
  @CsvSource({"OFFSET, 30", "MATCH_OFFSET, 30", "KEYSET, 50"})
  void deleting_what_each_page_showed_hides_others_from_a_walk_by_offset(
      CursorKind cursor, int seen) throws IOException {
    assertThat(
            walked(
                cursor,
                "",
                (client, row) -> client.delete("/workspaces/" + row.get("id").asText())))
        .hasSize(seen)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"OFFSET, 45", "MATCH_OFFSET, 25", "KEYSET, 45"})
  void updating_what_each_page_showed_hides_others_from_a_filtered_walk_by_matches(
      CursorKind cursor, int seen) throws IOException {
    assertThat(
            walked(
                cursor,
                "&status=active",
                (client, row) ->
                    client.put(
                        "/workspaces/" + row.get("id").asText(), "{\"status\": \"inactive\"}")))
        .hasSize(seen)
        .doesNotHaveDuplicates();
  }

  private interface Change {
    DemoClient.Answer of(DemoClient client, JsonNode row);
  }

  /** The ids that a walk in pages of ten sees when it changes each row before the next page. */
  private static List<String> walked(CursorKind cursor, String filter, Change change)
      throws IOException {
    List<String> seen = new ArrayList<>();
    in(
        Dialect.builder().cursor(cursor).filtersInNext(true).build(),
        client -> {
          JsonNode page = client.get("/workspaces?limit=10" + filter).json();
          while (true) {
            for (JsonNode row : page.get("data")) {
              seen.add(row.get("id").asText());
              change.of(client, row);
            }
            if (page.get("next").isNull()) {
              return;
            }
            page = client.get(page.get("next").asText()).json();
          }
        });
    return seen;
  }

  @Test
  void a_cursor_behind_a_deleted_tenant_goes_on_behind_it() throws IOException {
    in(
        Dialect.builder().cursor(CursorKind.KEYSET).build(),
        client -> {
          List<String> ids = ids(client);
          String next = client.get("/workspaces?limit=10").json().get("next").asText();
          client.delete("/workspaces/" + ids.get(9));
          client.delete("/workspaces/" + ids.get(10));

          assertThat(client.get(next).json().at("/data/0/id").asText()).isEqualTo(ids.get(11));
        });
  }

  private static List<String> ids(DemoClient client) {
    return client.all("limit=100").stream().map(row -> row.get("id").asText()).toList();
  }

  private static void in(Dialect dialect, Consumer<DemoClient> test) throws IOException {
    DemoOptions options =
        DemoOptions.ofSize(SIZE)
            .withTokens(new SetClock(), Duration.ofMinutes(15))
            .withDialect(dialect);
    try (DemoOrganization organization = DemoOrganization.start(options)) {
      test.accept(DemoClient.loggedIn(organization));
    }
  }
}
