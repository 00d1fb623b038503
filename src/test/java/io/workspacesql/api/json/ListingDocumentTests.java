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
