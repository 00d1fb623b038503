package io.workspacesql.jdbc.metadata;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name pattern of {@link java.sql.DatabaseMetaData}: {@code %} is any text, {@code _} one
 * character, a backslash makes the next character plain. Names match without regard to case, as
 * they do in SQL.
 */
final class NamePattern {
  /** See {@link java.sql.DatabaseMetaData#getSearchStringEscape}. */
  static final String ESCAPE = "\\";

  private NamePattern() {}

  /**
   * @param pattern null = everything
   */
  static boolean matches(@Nullable String pattern, String name) {
    return pattern == null
        || matchesFolded(pattern.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }

  /** Backtracks to the last {@code %} only, so that no pattern takes long. */
  private static boolean matchesFolded(String pattern, String name) {
    int p = 0;
    int n = 0;
    int afterPercent = -1;
    int retry = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '%') {
        afterPercent = ++p;
        retry = n;
      } else if (matchesOne(pattern, p, name.charAt(n))) {
        p += width(pattern, p);
        n++;
      } else if (afterPercent >= 0) {
        p = afterPercent;
        n = ++retry;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '%');
  }

  private static boolean matchesOne(String pattern, int p, char c) {
    if (p >= pattern.length()) {
      return false;
    }
    if (width(pattern, p) == 2) {
      return pattern.charAt(p + 1) == c;
    }
    return pattern.charAt(p) == '_' || pattern.charAt(p) == c;
  }

  private static int width(String pattern, int p) {
    return pattern.charAt(p) == '\\' && p + 1 < pattern.length() ? 2 : 1;
  }

  /** A plain name, no pattern; null = any. */
  static boolean isName(@Nullable String asked, String name) {
    return asked == null || asked.equalsIgnoreCase(name);
  }

  /** Whether objects without a catalog, which all are, can answer; null and empty say so. */
  static boolean isNoCatalog(@Nullable String catalog) {
    return catalog == null || catalog.isEmpty();
  }
}
