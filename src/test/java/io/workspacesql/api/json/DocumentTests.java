package io.workspacesql.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.model.WorkspaceStats;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTests {
  private static final List<ColumnDefinition> ID_AND_NAME = columns("id", "name");

  @Test
  void every_beginning_of_a_document_is_seen_to_end_too_early() throws Exception {
    byte[] whole =
        """
        {"data":[{"id":"ä€😀","cache_enabled":true,"tombstone":null,"name":"a\\u00e4b"}],
         "next":null,"count":-12.5e3,"more":false}"""
            .getBytes(StandardCharsets.UTF_8);
    PageDocument.read(whole, ID_AND_NAME);
    for (int length = 0; length < whole.length; length++) {
      byte[] begun = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(BadDocumentException.class)
          .as("the first %d bytes", length)
          .isThrownBy(() -> PageDocument.read(begun, ID_AND_NAME))
          .matches(BadDocumentException::endsTooEarly);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{\"data\":1}", "{\"data\":[]} {}", "{data:[]}", "<html>"})
  void what_is_wrong_from_the_start_does_not_end_too_early(String body) {
    assertThatExceptionOfType(BadDocumentException.class)
        .isThrownBy(() -> page(body))
        .matches(e -> !e.endsTooEarly());
  }

  @Test
  void the_keys_of_a_page_may_come_in_any_order() throws Exception {
    PageDocument page =
        page("{\"next\":\"c\",\"x\":[{\"data\":1}],\"data\":[{\"name\":\"n\",\"id\":\"i\"}]}");
    assertThat(page.next()).isEqualTo("c");
    assertThat(page.rows()).containsExactly(new Object[] {"i", "n"});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          {"data":[],"pagination":{"next_cursor":"c","has_more":true}}  | c
          {"pagination":{"has_more":true,"next_cursor":"c"},"data":[]}  | c
          {"data":[],"pagination":{"next_cursor":"c"}}                  | c
          {"data":[],"pagination":{"next_cursor":"c","has_more":false}} | -
          {"data":[],"pagination":{"next_cursor":null,"has_more":false}} | -
          {"data":[],"pagination":{"next_cursor":""}}                   | -
          {"data":[],"pagination":null}                                 | -
          {"data":[]}                                                   | -
          """)
  void the_older_envelope_gives_its_cursor(String json, @Nullable String cursor) throws Exception {
    assertThat(page(json).nextCursor()).isEqualTo(cursor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"i","name":"n","workspace_id":"other"} | i
          {"workspace_id":"other","id":"i"}            | i
          {"workspace_id":"w","name":"n"}              | w
          {"name":"n","id":null,"workspace_id":"w"}    | w
          """)
  void the_id_may_have_its_older_name(String json, String id) throws Exception {
    assertThat(WorkspaceDocument.read(bytes(json), ID_AND_NAME)[0]).isEqualTo(id);
  }

  @Test
  void missing_and_null_fields_are_null_and_unknown_words_stay() throws Exception {
    List<ColumnDefinition> columns = columns("status", "color", "tombstone", "created_at");
    assertThat(
            WorkspaceDocument.read(
                bytes("{\"status\":\"archived\",\"color\":null,\"extra\":{}}"), columns))
        .containsExactly("archived", null, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.1Z, 2026-01-02T03:04:05.100Z",
    "2026-01-02T03:04:05.123456Z, 2026-01-02T03:04:05.123456Z",
    "2026-01-02T03:04:05.123456999Z, 2026-01-02T03:04:05.123456Z",
    "1969-12-31T23:59:59.999999001Z, 1969-12-31T23:59:59.999999Z",
    "2026-01-02T03:04:05+02:00, 2026-01-02T01:04:05Z",
    "2026-01-02T03:04:05.5-11:30, 2026-01-02T14:34:05.500Z",
    "2024-02-29T23:59:59+00:00, 2024-02-29T23:59:59Z"
  })
  void a_timestamp_is_its_instant_floored_to_the_microsecond(String text, String instant)
      throws Exception {
    assertThat(createdAt("\"" + text + "\"")).isEqualTo(EpochMicros.of(Instant.parse(instant)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-01-02T03:04:05\"",
        "\"2026-01-02\"",
        "\"2026-02-30T00:00:00Z\"",
        "\"yesterday\"",
        "\"\"",
        "\"+999999999-01-01T00:00:00Z\"",
        "1767323045",
        "true",
        "{}"
      })
  void what_is_no_timestamp_is_refused_by_name(String json) {
    assertThatExceptionOfType(BadDocumentException.class)
        .isThrownBy(() -> createdAt(json))
        .withMessageContaining("created_at");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"next\":null}",
        "{\"data\":[null]}",
        "{\"data\":[[]]}",
        "{\"data\":[{}]}",
        "{\"data\":[{\"id\":null}]}",
        "{\"data\":[{\"id\":7}]}",
        "{\"data\":[{\"id\":\"i\",\"name\":true}]}",
        "{\"data\":[{\"id\":\"i\",\"name\":[\"n\"]}]}",
        "{\"data\":[],\"next\":7}",
        "{\"data\":[],\"next\":{}}",
        "{\"data\":[],\"pagination\":[]}",
        "{\"data\":[],\"pagination\":{\"has_more\":true}}",
        "{\"data\":[],\"data\":[]}",
        "{\"data\":[{\"id\":\"i\",\"id\":\"j\"}]}",
        "{\"data\":[]",
        "{\"data\":[",
        "{\"data\":[{\"id\":\"i",
        "{\"data\":[]} {}",
        "{\"data\":[]}]",
        "{\"data\":[],}",
        "{'data':[]}",
        "{\"data\":[NaN]}",
        "{\"data\":[]/**/}",
        "<html>"
      })
  void a_page_that_cannot_be_trusted_is_refused(String json) {
    assertThatExceptionOfType(BadDocumentException.class).isThrownBy(() -> page(json));
  }

  @Test
  void limits_hold_for_what_is_skipped_too() {
    refuses("{\"x\":" + "[".repeat(65) + "]".repeat(65) + ",\"data\":[]}");
    refuses("{\"x\":" + "1".repeat(65) + ",\"data\":[]}");
    refuses("{\"" + "k".repeat(300) + "\":1,\"data\":[]}");
    refuses("{\"data\":[{\"id\":\"" + "i".repeat((1 << 20) + 1) + "\"}]}");
  }

  @Test
  void invalid_utf8_is_refused_wherever_it_is() {
    byte[][] invalid = {
      {(byte) 0xC3},
      {(byte) 0xC0, (byte) 0xAF},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xFF}
    };
    for (byte[] bytes : invalid) {
      String hidden = new String(bytes, StandardCharsets.ISO_8859_1);
      for (String json : List.of("{\"x\":\"%s\",\"data\":[]}", "{\"data\":[{\"id\":\"%s\"}]}")) {
        byte[] body = json.formatted(hidden).getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(BadDocumentException.class)
            .isThrownBy(() -> PageDocument.read(body, ID_AND_NAME));
      }
    }
  }

  @Test
  void a_long_body_is_checked_to_its_end() throws Exception {
    String name = "é😀".repeat(5_000);
    PageDocument page = page("{\"data\":[{\"id\":\"i\",\"name\":\"" + name + "\"}]}");
    assertThat(page.rows().get(0)[1]).isEqualTo(name);
  }

  @Test
  void a_byte_order_mark_is_skipped() throws Exception {
    assertThat(page("\uFEFF{\"data\":[]}").rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"active_count\":3,\"inactive_count\":2,\"total_count\":5}",
        "{\"total_workspaces\":5,\"workspaces_with_sources\":1,\"active_workspaces\":3,"
            + "\"inactive_workspaces\":2}"
      })
  void stats_are_read_in_both_shapes(String json) throws Exception {
    assertThat(StatsDocument.read(bytes(json))).isEqualTo(new WorkspaceStats(3, 2, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"active_count\":3,\"inactive_count\":2}",
        "{\"active_count\":\"3\",\"inactive_count\":2,\"total_count\":5}",
        "{\"active_count\":3.0,\"inactive_count\":2,\"total_count\":5}",
        "{\"active_count\":null,\"inactive_count\":2,\"total_count\":5}",
        "{\"active_count\":99999999999999999999,\"inactive_count\":2,\"total_count\":5}"
      })
  void stats_that_say_too_little_are_refused(String json) {
    assertThatExceptionOfType(BadDocumentException.class)
        .isThrownBy(() -> StatsDocument.read(bytes(json)));
  }

  private static void refuses(String json) {
    assertThatExceptionOfType(BadDocumentException.class).isThrownBy(() -> page(json));
  }

  private static @Nullable Object createdAt(String json) throws BadDocumentException {
    return WorkspaceDocument.read(bytes("{\"created_at\":" + json + "}"), columns("created_at"))[0];
  }

  private static PageDocument page(String json) throws BadDocumentException {
    return PageDocument.read(bytes(json), ID_AND_NAME);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static List<ColumnDefinition> columns(String... names) {
    return List.of(names).stream().map(Catalog.WORKSPACES::column).toList();
  }
}
