package io.workspacesql.golden;

import io.workspacesql.PlantedSecrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Values as a script shows them. */
final class Text {
  /** The begin of an object with a token, in Base64. */
  private static final String WIDGET_TOKEN = "eyJ0b2tlbiI6";

  private Text() {}

  /** Text in quotes, so that padding shows; timestamps as the driver writes them. */
  static String of(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value == null) {
      return "NULL";
    }
    return value instanceof String text
        ? "'" + printable(withoutToken(text)).replace("'", "''") + "'"
        : rows.getString(column);
  }

  /** Tokens differ each time. */
  private static String withoutToken(String text) {
    boolean token = PlantedSecrets.in(text).isPresent() || text.startsWith(WIDGET_TOKEN);
    return token ? "(a token)" : text;
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
