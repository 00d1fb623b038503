package io.workspacesql.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The escapes of JDBC 4.3, section 13.4, that stand around plain SQL and that the parser does not
 * know: <code>{escape '\'}</code>, <code>{oj …}</code> and <code>{limit …}</code>. Their braces
 * become blanks, and so does {@code oj}, so that places in messages stay true.
 */
final class BracedClauses {
  private static final Pattern CLAUSE =
      Pattern.compile("\\{\\s*(escape\\b|limit\\b|oj\\b)", Pattern.CASE_INSENSITIVE);

  private final StringBuilder plain;

  /** The open braces, innermost first: whether each is one of a clause. */
  private final Deque<Boolean> open = new ArrayDeque<>();

  private BracedClauses(String sql) {
    this.plain = new StringBuilder(sql);
  }

  static String plain(String sql) {
    return sql.indexOf('{') < 0 ? sql : new BracedClauses(sql).withoutBraces(sql);
  }

  private String withoutBraces(String sql) {
    for (int at = 0; at < sql.length(); at = behind(sql, at)) {
      if (sql.charAt(at) == '{') {
        begin(clause(sql, at), at);
      } else if (sql.charAt(at) == '}' && !open.isEmpty() && open.pop()) {
        plain.setCharAt(at, ' ');
      }
    }
    return plain.toString();
  }

  private void begin(@Nullable Matcher clause, int at) {
    open.push(clause != null);
    if (clause != null) {
      plain.setCharAt(at, ' ');
      if (clause.group(1).equalsIgnoreCase("oj")) {
        plain.replace(clause.start(1), clause.end(1), "  ");
      }
    }
  }

  private static @Nullable Matcher clause(String sql, int at) {
    Matcher clause = CLAUSE.matcher(sql).region(at, sql.length());
    return clause.lookingAt() ? clause : null;
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
