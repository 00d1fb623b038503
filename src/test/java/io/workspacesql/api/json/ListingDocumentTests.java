package io.workspacesql.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.Listing;
import io.workspacesql.catalog.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingDocumentTests {
  @Test
  void values_are_found_in_objects_of_the_row() throws Exception {
    String json =
        """
        {"more": 1, "data": [{"id": "c", "extra": {"id": "x", "name": ["y"]}, "name": null,
          "summarized_source_template": {"id": "t", "name": "T", "tags": ["a"], "customization": {"mode": 7},
            "actor_definition_id": "d", "mode": "DIRECT", "supports_context_store": false,
            "created_at": "not read"}}]}
        """;
    assertThat(row(json, "id", "name", "source_template_id", "definition_id", "mode", "created_at"))
        .containsExactly("c", null, "t", "d", "DIRECT", null);
  }

  @Test
  void a_template_that_is_missing_or_null_leaves_its_columns_null() throws Exception {
    String json = "{\"data\":[{\"id\":\"c\",\"summarized_source_template\":null}]}";
    assertThat(row(json, "id", "connector_name", "supports_context_store"))
        .containsExactly("c", null, null);
  }

  @Test
  void no_rows_are_an_empty_list() throws Exception {
    assertThat(rows("{\"data\":[]}", ListedTables.CONNECTORS, "id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"data\":[1]}",
        "{\"data\":[null]}",
        "{\"data\":[{}]}",
        "{\"data\":[{\"id\":null}]}",
        "{\"data\":[{\"id\":5}]}",
        "{\"data\":[{\"id\":\"c\",\"name\":true}]}",
        "{\"data\":[{\"id\":\"c\",\"summarized_source_template\":{\"mode\":1}}]}"
      })
  void rows_that_say_too_little_or_something_else_are_refused(String json) {
    assertThatExceptionOfType(BadDocumentException.class)
        .isThrownBy(() -> rows(json, ListedTables.CONNECTORS, "id", "name", "mode"));
  }

  @Test
  void tags_are_an_array_whose_quotes_only_begin_and_end_them() throws Exception {
    String json =
        "{\"data\":[{\"id\":\"t\",\"tags\":[\"a\",\"b\\\"c\",\"d\\\\\",\"é\\n\"]},"
            + "{\"id\":\"u\",\"tags\":[]},{\"id\":\"v\",\"tags\":null}]}";
    assertThat(rows(json, ListedTables.SOURCE_TEMPLATES, "tags"))
        .containsExactly(
            new Object[] {"[\"a\",\"b\\u0022c\",\"d\\u005c\",\"é\\u000a\"]"},
            new Object[] {"[]"},
            new Object[] {null});
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "[null]", "[[\"a\"]]", "{}", "7"})
  void tags_of_another_type_are_refused(String tags) {
    String json = "{\"data\":[{\"id\":\"t\",\"tags\":" + tags + "}]}";
    assertThatExceptionOfType(BadDocumentException.class)
        .isThrownBy(() -> rows(json, ListedTables.SOURCE_TEMPLATES, "tags"));
  }

  @Test
  void the_configuration_of_a_destination_is_in_no_column() throws Exception {
    String json =
        "{\"data\":[{\"id\":\"t\",\"destination_config\":{\"password\":\"secret\",\"id\":\"x\"}}]}";
    TableDefinition table = ListedTables.CONNECTION_TEMPLATES;
    String[] all = table.columns().stream().map(ColumnDefinition::name).toArray(String[]::new);
    assertThat(rows(json, table, all).get(0)).containsOnlyOnce("t").containsOnly("t", null);
  }

  @Test
  void definitions_are_read_in_camel_case() throws Exception {
    String json =
        "{\"definitions\":[{\"sourceDefinitionId\":\"d\",\"name\":\"N\",\"custom\":null,"
            + "\"supportLevel\":\"none\",\"dockerRepository\":\"r\",\"iconUrl\":\"i\"}]}";
    assertThat(
            rows(
                    json,
                    ListedTables.CONNECTOR_DEFINITIONS,
                    "id",
                    "name",
                    "docker_repository",
                    "icon_url",
                    "custom",
                    "support_level")
                .get(0))
        .containsExactly("d", "N", "r", "i", null, "none");
  }

  private static Object[] row(String json, String... columns) throws Exception {
    return rows(json, ListedTables.CONNECTORS, columns).get(0);
  }

  private static List<Object[]> rows(String json, TableDefinition table, String... columns)
      throws Exception {
    Listing listing = table.listing();
    List<ColumnDefinition> wanted = Stream.of(columns).map(table::column).toList();
    return ListingDocument.read(json.getBytes(StandardCharsets.UTF_8), listing, wanted);
  }
}
