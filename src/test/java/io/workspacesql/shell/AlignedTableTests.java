package io.workspacesql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class AlignedTableTests {
  @Test
  void text_stands_left_and_numbers_right() throws SQLException {
    assertThat(print(Rows.of("active", 12).and("x", 7)))
        .isEqualTo(
            """
             name   |  n
            --------+----
             active | 12
             x      |  7
            (2 rows)
            """);
  }

  @Test
  void a_result_without_rows_shows_its_columns() throws SQLException {
    assertThat(print(Rows.none()))
        .isEqualTo(
            """
             name | n
            ------+---
            (0 rows)
            """);
  }

  @Test
  void null_is_written_out() throws SQLException {
    assertThat(print(Rows.of(null, 1))).contains(" NULL | 1").endsWith("(1 row)\n");
  }

  @Test
  void characters_of_two_columns_keep_the_next_column_aligned() throws SQLException {
    assertThat(print(Rows.of("株式", 1).and("Cafe\u0301", 2)).lines().skip(2))
        .containsExactly(" 株式 | 1", " Cafe\u0301 | 2", "(2 rows)");
  }

  @Test
  void control_characters_cannot_reach_the_terminal() throws SQLException {
    assertThat(print(Rows.of("a\u001B[2Jb\nc", 1))).contains(" a\\u{1B}[2Jb\\nc | 1");
  }

  @Test
  void all_rows_are_printed_when_there_are_more_than_are_measured() throws SQLException {
    Rows rows = Rows.none();
    for (int i = 0; i < 501; i++) {
      rows.and(i == 500 ? "wider than all others" : "x", i);
    }
    assertThat(print(rows)).contains("wider than all others | 500").endsWith("(501 rows)\n");
  }

  private static String print(Rows rows) throws SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      AlignedTable.print(rows.read(), out);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
