package io.workspacesql.sql;

/** Text without a statement: white space, comments and semicolons. */
final class BlankText {
  private BlankText() {}

  static boolean isBlank(String sql) {
    return after(sql).isEmpty();
  }

  /** What follows the blank text at the beginning. */
  static String after(String sql) {
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == ';') {
        at++;
      } else if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
        at = behind(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        at = behind(sql, "*/", at + 2);
      } else {
        return sql.substring(at);
      }
    }
    return "";
  }

  private static int behind(String sql, String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }
}
