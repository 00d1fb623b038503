package io.workspacesql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommaSeparatedTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"plain|plain", "a,b|\"a,b\"", "a\"b|\"a\"\"b\"", "``|\"\"", "ß 🚀|ß 🚀"})
  void fields_are_quoted_when_they_must_be(String name, String field) throws SQLException {
    assertThat(print(Rows.of(name, 1))).isEqualTo("name,n\r\n" + field + ",1\r\n");
  }

  @Test
  void a_line_break_stays_as_it_is_inside_quotes() throws SQLException {
    assertThat(print(Rows.of("a\nb", 1))).isEqualTo("name,n\r\n\"a\nb\",1\r\n");
  }

  @Test
  void null_is_an_empty_field() throws SQLException {
    assertThat(print(Rows.of(null, 1))).isEqualTo("name,n\r\n,1\r\n");
  }

  private static String print(Rows rows) throws SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      CommaSeparated.print(rows.read(), out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
