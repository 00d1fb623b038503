package io.workspacesql.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommaSeparatedTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"plain|plain", "a,b|\"a,b\"", "a\"b|\"a\"\"b\"", "``|\"\"", "ß 🚀|ß 🚀"})
  void fields_are_quoted_when_they_must_be(String name, String field) throws SQLException {
    assertThat(print(Rows.of(name, 1))).isEqualTo("name,n\n" + field + ",1\n");
  }

  @Test
  void a_line_break_stays_as_it_is_inside_quotes() throws SQLException {
    assertThat(print(Rows.of("a\nb", 1))).isEqualTo("name,n\n\"a\nb\",1\n");
  }

  @Test
  void null_is_an_empty_field() throws SQLException {
    assertThat(print(Rows.of(null, 1))).isEqualTo("name,n\n,1\n");
  }

  @Tag("threat-13")
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠A"})
  void text_is_no_formula_in_a_sheet_and_exact_for_programs(String name) throws SQLException {
    Rows rows = Rows.of(name, -1);
    assertThat(print(rows, OutputFormat.SHEET).replace("\"", ""))
        .isEqualTo("name,n\r\n'" + name + ",-1\r\n");
    assertThat(print(rows, OutputFormat.CSV).replace("\"", ""))
        .isEqualTo("name,n\n" + name + ",-1\n");
  }

  @Test
  void other_text_is_the_same_in_a_sheet() throws SQLException {
    assertThat(print(Rows.of("a=1", 1).and("", 2).and(null, 3), OutputFormat.SHEET))
        .isEqualTo("name,n\r\na=1,1\r\n\"\",2\r\n,3\r\n");
  }

  @Test
  void nothing_is_printed_when_the_first_row_cannot_be_read() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    assertThatThrownBy(() -> OutputFormat.CSV.print(unreadable(), out))
        .isInstanceOf(SQLException.class);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  /** Has columns, and fails when its rows are wanted. */
  private static ResultSet unreadable() throws SQLException {
    ResultSetMetaData columns = Rows.none().read().getMetaData();
    return (ResultSet)
        Proxy.newProxyInstance(
            CommaSeparatedTests.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getMetaData")) {
                return columns;
              }
              throw new SQLException("the server is gone", "08006");
            });
  }

  private static String print(Rows rows) throws SQLException {
    return print(rows, OutputFormat.CSV);
  }

  private static String print(Rows rows, OutputFormat format) throws SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      format.print(rows.read(), out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
