package io.workspacesql.sql;

import java.util.Locale;

/**
 * JDBC's <code>{escape '\'}</code> (JDBC 4.3, section 13.4.5), the one escape that the parser does
 * not know: its braces become blanks, so that places in messages stay true.
 */
final class LikeEscape {
  private static final String WORD = "escape";

  private LikeEscape() {}

  static String plain(String sql) {
    if (sql.indexOf('{') < 0) {
      return sql;
    }
    StringBuilder plain = new StringBuilder(sql);
    int open = -1;
    for (int at = 0; at < sql.length(); ) {
      char sign = sql.charAt(at);
      if (sign == '{' && isEscape(sql, at + 1)) {
        open = at;
      } else if (sign == '}' && open >= 0) {
        plain.setCharAt(open, ' ');
        plain.setCharAt(at, ' ');
        open = -1;
      }
      at = behind(sql, at);
    }
    return plain.toString();
  }

  private static boolean isEscape(String sql, int from) {
    String rest = sql.substring(from, Math.min(sql.length(), from + 40)).stripLeading();
    return rest.toLowerCase(Locale.ROOT).startsWith(WORD)
        && rest.length() > WORD.length()
        && !Character.isLetterOrDigit(rest.charAt(WORD.length()));
  }

  /** The place behind a character, or behind the text, name or comment that begins with it. */
  private static int behind(String sql, int at) {
    char sign = sql.charAt(at);
    if (sign == '\'' || sign == '"') {
      return end(sql, String.valueOf(sign), at + 1);
    }
    if (sql.startsWith("--", at)) {
      return end(sql, "\n", at);
    }
    return sql.startsWith("/*", at) ? end(sql, "*/", at + 2) : at + 1;
  }

  private static int end(String sql, String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }
}
