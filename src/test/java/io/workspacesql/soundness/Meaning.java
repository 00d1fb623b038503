package io.workspacesql.soundness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What SQL's operators mean, in plain Java: the oracle. It shares no code with the driver. Null is
 * NULL or UNKNOWN. Where the standard leaves a choice, this is the driver's:
 *
 * <ul>
 *   <li>Text compares by its UTF-16 units, exactly: no collation, no padding, {@code 'a'} is not
 *       {@code 'a '}. An empty text is no NULL.
 *   <li>LIKE has no escape character unless ESCAPE names one. {@code %} is any text, {@code _} any
 *       one code point, line breaks included.
 *   <li>ILIKE folds A to Z and nothing else.
 *   <li>UPPER and LOWER are Java's for {@code Locale.ROOT}, whatever the JVM's language is.
 *   <li>POSITION finds the empty text at 1.
 *   <li>Timestamps compare at the precision that the driver declares; what is finer, in rows and
 *       parameters, is cut off towards the past. Text and LocalDateTime are in UTC.
 *   <li>NULL is greater than any value in ORDER BY.
 * </ul>
 */
final class Meaning {
  private Meaning() {}

  /** NULL when an operand is NULL. */
  static Function<List<Object>, Object> strict(Function<List<Object>, Object> meaning) {
    return values -> values.stream().anyMatch(Objects::isNull) ? null : meaning.apply(values);
  }

  static Boolean not(Boolean truth) {
    return truth == null ? null : Boolean.valueOf(!truth);
  }

  static Boolean and(List<Object> truths) {
    if (truths.contains(false)) {
      return false;
    }
    return truths.contains(null) ? null : Boolean.TRUE;
  }

  static Boolean or(List<Object> truths) {
    if (truths.contains(true)) {
      return true;
    }
    return truths.contains(null) ? null : Boolean.FALSE;
  }

  static Boolean equal(Object left, Object right) {
    return left == null || right == null ? null : Boolean.valueOf(left.equals(right));
  }

  static boolean sameOrBothNull(Object left, Object right) {
    return Objects.equals(left, right);
  }

  /** Of two values of one type that are not NULL. */
  static int compare(Object left, Object right) {
    if (left instanceof String text) {
      return text.compareTo((String) right);
    }
    if (left instanceof Instant moment) {
      return moment.compareTo((Instant) right);
    }
    return left instanceof Boolean truth
        ? truth.compareTo((Boolean) right)
        : Long.compare((Long) left, (Long) right);
  }

  static Boolean atLeast(Object value, Object bound) {
    return value == null || bound == null ? null : Boolean.valueOf(compare(value, bound) >= 0);
  }

  static Boolean between(List<Object> values) {
    Boolean low = atLeast(values.get(0), values.get(1));
    Boolean high = atLeast(values.get(2), values.get(0));
    return and(Arrays.asList(low, high));
  }

  static Boolean in(List<Object> values) {
    Object sought = values.get(0);
    return or(
        values.stream()
            .skip(1)
            .map(value -> (Object) equal(sought, value))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  /** Text and pattern, and the escape character if there is one. */
  static boolean like(List<Object> values, boolean ignoreCase) {
    String text = (String) values.get(0);
    String pattern = (String) values.get(1);
    int escape = values.size() == 3 ? ((String) values.get(2)).codePointAt(0) : -1;
    return ignoreCase
        ? like(lowerAscii(text), 0, lowerAscii(pattern), 0, lowerAscii(escape))
        : like(text, 0, pattern, 0, escape);
  }

  /** By recursion over the pattern, as the standard words it; exponential, for short patterns. */
  private static boolean like(String text, int at, String pattern, int token, int escape) {
    if (token == pattern.length()) {
      return at == text.length();
    }
    int sign = pattern.codePointAt(token);
    int after = token + Character.charCount(sign);
    if (sign == escape) {
      int literal = pattern.codePointAt(after);
      int behind = after + Character.charCount(literal);
      return isAt(text, at, literal)
          && like(text, at + Character.charCount(literal), pattern, behind, escape);
    }
    if (sign == '%') {
      return like(text, at, pattern, after, escape)
          || (at < text.length() && like(text, next(text, at), pattern, token, escape));
    }
    boolean fits = sign == '_' ? at < text.length() : isAt(text, at, sign);
    return fits && like(text, next(text, at), pattern, after, escape);
  }

  private static boolean isAt(String text, int at, int point) {
    return at < text.length() && text.codePointAt(at) == point;
  }

  private static int next(String text, int at) {
    return at + Character.charCount(text.codePointAt(at));
  }

  private static String lowerAscii(String text) {
    return text.codePoints()
        .map(Meaning::lowerAscii)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int lowerAscii(int point) {
    return point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
  }

  /** The first operand that is not NULL. */
  static Object coalesce(List<Object> values) {
    return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }

  static Object nullIf(List<Object> values) {
    return Boolean.TRUE.equals(equal(values.get(0), values.get(1))) ? null : values.get(0);
  }

  /** CASE WHEN first THEN second ELSE third END. */
  static Object caseWhen(List<Object> values) {
    return Boolean.TRUE.equals(values.get(0)) ? values.get(1) : values.get(2);
  }

  /** CASE first WHEN second THEN third ELSE fourth END. */
  static Object caseOf(List<Object> values) {
    return Boolean.TRUE.equals(equal(values.get(0), values.get(1))) ? values.get(2) : values.get(3);
  }
}
