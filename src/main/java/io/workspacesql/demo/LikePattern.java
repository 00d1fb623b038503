package io.workspacesql.demo;

import java.util.Arrays;

/**
 * A LIKE pattern as PostgreSQL reads it: {@code %} is any run, {@code _} one code point, a
 * backslash makes the next one literal, and a backslash at the very end stands for itself.
 */
final class LikePattern {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final int[] tokens;

  private LikePattern(int[] tokens) {
    this.tokens = tokens;
  }

  static LikePattern of(String pattern) {
    int[] points = pattern.codePoints().toArray();
    int[] tokens = new int[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      boolean escaped = points[i] == '\\' && i + 1 < points.length;
      tokens[count++] = escaped ? points[++i] : token(points[i]);
    }
    return new LikePattern(Arrays.copyOf(tokens, count));
  }

  private static int token(int point) {
    return switch (point) {
      case '%' -> ANY_RUN;
      case '_' -> ANY_ONE;
      default -> point;
    };
  }

  /** Linear but for runs: on a mismatch only the last run grows by one. */
  boolean matches(String text) {
    int[] points = text.codePoints().toArray();
    int token = 0;
    int point = 0;
    int run = -1;
    int runEnd = 0;
    while (point < points.length) {
      if (token < tokens.length && tokens[token] == ANY_RUN) {
        run = token++;
        runEnd = point;
      } else if (token < tokens.length && fits(tokens[token], points[point])) {
        token++;
        point++;
      } else if (run >= 0) {
        token = run + 1;
        point = ++runEnd;
      } else {
        return false;
      }
    }
    return onlyRunsFrom(token);
  }

  private static boolean fits(int token, int point) {
    return token == ANY_ONE || token == point;
  }

  private boolean onlyRunsFrom(int first) {
    for (int i = first; i < tokens.length; i++) {
      if (tokens[i] != ANY_RUN) {
        return false;
      }
    }
    return true;
  }
}
