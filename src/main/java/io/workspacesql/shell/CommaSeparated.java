package io.workspacesql.shell;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows as RFC 4180 has them, line ends aside; NULL is an empty field, the empty text {@code ""}.
 */
final class CommaSeparated {
  private CommaSeparated() {}

  /**
   * Prints all rows as they arrive. When the first cannot be read not even the labels are printed:
   * a script that takes the last line would take a label for a value.
   *
   * @param text what becomes of labels and of values that are no numbers
   * @param lineEnd after the labels and after each row
   */
  static void print(ResultSet rows, UnaryOperator<String> text, String lineEnd, PrintStream out)
      throws SQLException {
    boolean found = rows.next();
    ResultSetMetaData columns = rows.getMetaData();
    StringJoiner header = new StringJoiner(",", "", lineEnd);
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      header.add(field(text.apply(columns.getColumnLabel(i))));
    }
    out.print(header);
    for (; found; found = rows.next()) {
      StringJoiner line = new StringJoiner(",", "", lineEnd);
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String value = rows.getString(i);
        line.add(field(value == null || columns.isSigned(i) ? value : text.apply(value)));
      }
      out.print(line);
    }
  }

  private static String field(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean plain = !text.isEmpty() && text.chars().noneMatch(CommaSeparated::needsQuotes);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean needsQuotes(int character) {
    return character == ',' || character == '"' || character == '\r' || character == '\n';
  }
}
