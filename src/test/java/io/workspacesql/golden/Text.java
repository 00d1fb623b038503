package io.workspacesql.golden;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Values as a script shows them. */
final class Text {
  private Text() {}

  /** Text in quotes, so that padding shows; timestamps as the driver writes them. */
  static String of(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value == null) {
      return "NULL";
    }
    return value instanceof String text
        ? "'" + printable(text).replace("'", "''") + "'"
        : rows.getString(column);
  }

  /** With control and format characters as escapes. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              int type = Character.getType(point);
              if (type == Character.CONTROL || type == Character.FORMAT) {
                printable.append(String.format(Locale.ROOT, "\\u%04X", point));
              } else {
                printable.appendCodePoint(point);
              }
            });
    return printable.toString();
  }
}
