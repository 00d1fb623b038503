package io.workspacesql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ScriptTests {
  static Stream<Arguments> scripts() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of(" ;; -- nothing\n /* nor; here */ ;", List.of()),
        Arguments.of("select 1", List.of("select 1")),
        Arguments.of("select 1;\nselect 2;", List.of("select 1", "select 2")),
        Arguments.of("select ';'; select 2", List.of("select ';'", "select 2")),
        Arguments.of("select 'it''s;'", List.of("select 'it''s;'")),
        Arguments.of("select \"a;b\"", List.of("select \"a;b\"")),
        Arguments.of("select 1 -- one; two", List.of("select 1 -- one; two")),
        Arguments.of("select 1 -- it's\n; select 2", List.of("select 1 -- it's", "select 2")),
        Arguments.of("select /* ' ; */ 1; select 2", List.of("select /* ' ; */ 1", "select 2")),
        Arguments.of("select 'open; select 2", List.of("select 'open; select 2")),
        Arguments.of("select 1 /* open ; x", List.of("select 1 /* open ; x")));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void is_cut_at_semicolons_outside_quotes_and_comments(String text, List<String> statements) {
    assertThat(Script.statementsOf(text)).isEqualTo(statements);
  }
}
