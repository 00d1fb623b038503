package io.workspacesql.plan;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A LIKE pattern, compiled: {@code %} is any text, {@code _} is any one character (code point, line
 * breaks included). Without ESCAPE there is no escape character (ISO 9075-2, like predicate).
 *
 * <p>Matching never takes more than pattern × text steps: a pattern that a stranger wrote cannot
 * hang a query as it can with a backtracking regular expression.
 */
public final class LikePattern {
  private static final int ANY_TEXT = -1;
  private static final int ANY_CHARACTER = -2;

  private final int[] tokens;
  private final boolean ignoreAsciiCase;

  private LikePattern(int[] tokens, boolean ignoreAsciiCase) {
    this.tokens = tokens;
    this.ignoreAsciiCase = ignoreAsciiCase;
  }

  /**
   * Compiles a pattern.
   *
   * @param escape one character, or null for none
   * @param ignoreAsciiCase ILIKE: A–Z equal a–z, all else must be the same
   * @throws SQLException 22019 for an escape of another length, 22025 for an escape before anything
   *     but {@code %}, {@code _} or itself
   */
  public static LikePattern of(String pattern, @Nullable String escape, boolean ignoreAsciiCase)
      throws SQLException {
    int escapeCharacter = escapeCharacter(escape);
    int[] points = pattern.codePoints().toArray();
    int[] tokens = new int[points.length];
    int length = 0;
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      if (point == escapeCharacter) {
        i++;
        tokens[length++] = escaped(points, i, escapeCharacter, pattern);
      } else if (point == '%') {
        tokens[length++] = ANY_TEXT;
      } else {
        tokens[length++] = point == '_' ? ANY_CHARACTER : point;
      }
    }
    return new LikePattern(Arrays.copyOf(tokens, length), ignoreAsciiCase);
  }

  private static int escapeCharacter(@Nullable String escape) throws SQLException {
    if (escape == null) {
      return Integer.MIN_VALUE;
    }
    if (escape.codePointCount(0, escape.length()) != 1) {
      throw Failure.INVALID_ESCAPE_CHARACTER.because(escape);
    }
    return escape.codePointAt(0);
  }

  private static int escaped(int[] points, int at, int escapeCharacter, String pattern)
      throws SQLException {
    if (at < points.length
        && (points[at] == '%' || points[at] == '_' || points[at] == escapeCharacter)) {
      return points[at];
    }
    throw Failure.INVALID_ESCAPE_SEQUENCE.because(pattern);
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    int at = 0;
    int token = 0;
    int lastAnyText = -1;
    int retryFrom = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (token < tokens.length && tokens[token] == ANY_TEXT) {
        lastAnyText = token++;
        retryFrom = at;
      } else if (token < tokens.length && same(tokens[token], point)) {
        token++;
        at += Character.charCount(point);
      } else if (lastAnyText >= 0) {
        // Only the last % can still take more: earlier ones have found their place.
        token = lastAnyText + 1;
        retryFrom += Character.charCount(text.codePointAt(retryFrom));
        at = retryFrom;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == ANY_TEXT) {
      token++;
    }
    return token == tokens.length;
  }

  /** Whether A–Z equal a–z. */
  boolean ignoresAsciiCase() {
    return ignoreAsciiCase;
  }

  /** The texts between wildcards: each must occur in a text that matches. */
  public List<String> literals() {
    List<String> literals = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (int token : tokens) {
      if (token >= 0) {
        literal.appendCodePoint(token);
      } else if (!literal.isEmpty()) {
        literals.add(literal.toString());
        literal.setLength(0);
      }
    }
    if (!literal.isEmpty()) {
      literals.add(literal.toString());
    }
    return literals;
  }

  private boolean same(int token, int point) {
    return token == point
        || token == ANY_CHARACTER
        || (ignoreAsciiCase && token >= 0 && lower(token) == lower(point));
  }

  private static int lower(int point) {
    return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
  }
}
