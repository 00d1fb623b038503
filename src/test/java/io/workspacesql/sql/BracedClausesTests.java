package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BracedClausesTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a LIKE 'x' {escape '!'}        | a LIKE 'x'  escape '!'",
        "a LIKE 'x' { ESCAPE '}'}       | a LIKE 'x'   ESCAPE '}'",
        "FROM {oj a LEFT JOIN b ON 1=1} | FROM     a LEFT JOIN b ON 1=1",
        "{OJ a JOIN {oj b}} x           | `    a JOIN     b   x`",
        "{oj {fn f(1)} } {fn g(2)}      | `    {fn f(1)}   {fn g(2)}`",
        "SELECT 1 {limit 5 offset 2}    | SELECT 1  limit 5 offset 2"
      })
  void its_braces_become_blanks(String sql, String plain) {
    assertThat(BracedClauses.plain(sql).stripTrailing()).isEqualTo(plain.stripTrailing());
    assertThat(BracedClauses.plain(sql)).hasSameSizeAs(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT '{oj x}'",
        "SELECT \"{limit 5}\"",
        "SELECT 1 -- {oj",
        "/* {oj */ SELECT 1 }",
        "{fn ucase('x')} {d '2024-01-31'}",
        "{ojx}",
        "{escaped '!'}",
        "'{oj"
      })
  void other_text_stays_as_it_is(String sql) {
    assertThat(BracedClauses.plain(sql)).isEqualTo(sql);
  }
}
