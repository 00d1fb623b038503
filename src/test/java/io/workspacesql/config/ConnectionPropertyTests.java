package io.workspacesql.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionPropertyTests {

  static Collection<ConnectionProperty<?>> registry() {
    return ConnectionProperty.all();
  }

  static Stream<ConnectionProperty<?>> withDefault() {
    return registry().stream().filter(property -> property.defaultText() != null);
  }

  @ParameterizedTest
  @MethodSource("withDefault")
  void a_default_has_the_form_of_its_property(ConnectionProperty<?> property) throws SQLException {
    assertThat((Object) property.parse(property.defaultText())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("registry")
  void names_are_far_enough_apart_to_tell_a_slip(ConnectionProperty<?> property) {
    assertThat(ConnectionProperty.all())
        .filteredOn(other -> other != property)
        .allSatisfy(
            other -> assertThat(Spelling.edits(property.name(), other.name())).isGreaterThan(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "kitten, sitting, 3",
    "pageSize, PAGESIZE, 0",
    "pagesize, pgesize, 1",
    "user, seed, 3"
  })
  void edits_are_the_levenshtein_distance_without_case(String one, String other, int edits) {
    assertThat(Spelling.edits(one, other)).isEqualTo(edits);
    assertThat(Spelling.edits(other, one)).isEqualTo(edits);
  }

  @Test
  void the_table_in_the_docs_is_the_registry() throws IOException {
    assertThat(Files.readString(Path.of("docs/connect.md"))).contains(PropertyTable.markdown());
  }
}
