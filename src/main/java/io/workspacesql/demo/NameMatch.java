package io.workspacesql.demo;

import java.util.Locale;
import java.util.function.Predicate;

/** The rules of {@code name_contains}: documented is only that case does not matter. */
public enum NameMatch {
  /** Lower-cases the whole name and the whole text, by all of Unicode: final sigma, İ, K, ẞ. */
  UNICODE {
    @Override
    Predicate<String> containing(String text) {
      String folded = text.toLowerCase(Locale.ROOT);
      return name -> name.toLowerCase(Locale.ROOT).contains(folded);
    }
  },

  /** Only A to Z equal a to z. */
  ASCII {
    @Override
    Predicate<String> containing(String text) {
      String folded = lowerAscii(text);
      return name -> lowerAscii(name).contains(folded);
    }
  },

  /**
   * The text between two {@code %} of an ILIKE whose author forgot to escape it: {@code %}, {@code
   * _} and the backslash act.
   */
  UNESCAPED_ILIKE {
    @Override
    Predicate<String> containing(String text) {
      LikePattern pattern = LikePattern.of("%" + text.toLowerCase(Locale.ROOT) + "%");
      return name -> pattern.matches(name.toLowerCase(Locale.ROOT));
    }
  };

  abstract Predicate<String> containing(String text);

  private static String lowerAscii(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }
}
