package io.workspacesql.sql;

/** Tells text without a statement: white space, comments and semicolons. */
final class BlankText {
  private BlankText() {}

  static boolean isBlank(String sql) {
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == ';') {
        at++;
      } else if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
        at = after(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        at = after(sql, "*/", at + 2);
      } else {
        return false;
      }
    }
    return true;
  }

  private static int after(String sql, String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }
}
