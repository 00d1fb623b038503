package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Plain values (see {@link PlainValue}) as numbers and truth values. */
final class Numbers {
  /** Beyond it a few characters such as 1e999999999 would fill the memory with zeros. */
  private static final int MAX_EXPONENT = 10_000;

  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private Numbers() {}

  static boolean truth(Object plain) throws SQLException {
    if (plain instanceof Boolean value) {
      return value;
    }
    String word = plain instanceof Number number ? integralText(number) : String.valueOf(plain);
    String normalized = word.strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(normalized)) {
      return true;
    }
    if (FALSE.contains(normalized)) {
      return false;
    }
    throw PlainValue.notConvertible(plain, "BOOLEAN");
  }

  private static String integralText(Number number) throws SQLException {
    return decimal(number).stripTrailingZeros().toString();
  }

  /** A fraction is cut off, as the getters do. */
  static long truncated(Object plain, long min, long max, String typeName) throws SQLException {
    return inRange(decimal(plain), min, max, typeName).longValue();
  }

  /** A fraction is refused: a parameter must not become another value than the one given. */
  static long exact(Object plain, long min, long max, String typeName) throws SQLException {
    BigDecimal value = inRange(decimal(plain), min, max, typeName);
    if (value.stripTrailingZeros().scale() > 0) {
      throw PlainValue.notConvertible(plain, typeName);
    }
    return value.longValue();
  }

  private static BigDecimal inRange(BigDecimal value, long min, long max, String typeName)
      throws SQLException {
    if (value.compareTo(BigDecimal.valueOf(min)) < 0
        || value.compareTo(BigDecimal.valueOf(max)) > 0) {
      throw outOfRange(value, typeName);
    }
    return value;
  }

  static BigDecimal decimal(Object plain) throws SQLException {
    if (plain instanceof BigDecimal value) {
      return value;
    }
    if (plain instanceof Boolean value) {
      return value ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (plain instanceof Double || plain instanceof Float) {
      return finite((Number) plain);
    }
    if (plain instanceof Number number) {
      return BigDecimal.valueOf(number.longValue());
    }
    return parsed(plain);
  }

  /**
   * Rounded half up to so many digits after the point.
   *
   * @throws SQLException 22023 for a scale that no number needs, 22003 for a number whose digits
   *     would fill the memory
   */
  static BigDecimal rounded(BigDecimal value, int scale) throws SQLException {
    if (scale < 0 || scale > MAX_EXPONENT) {
      throw Failure.INVALID_PARAMETER.because("Scale " + scale);
    }
    if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
      throw outOfRange(value, "DECIMAL");
    }
    return value.setScale(scale, RoundingMode.HALF_UP);
  }

  /** A fraction is cut off; 22003 when the digits would fill the memory. */
  static BigInteger whole(BigDecimal value) throws SQLException {
    if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
      throw outOfRange(value, "BigInteger");
    }
    return value.toBigInteger();
  }

  private static BigDecimal finite(Number value) throws SQLException {
    if (!Double.isFinite(value.doubleValue())) {
      throw outOfRange(value, "DECIMAL");
    }
    return new BigDecimal(value.toString());
  }

  private static BigDecimal parsed(Object plain) throws SQLException {
    if (!(plain instanceof String text)) {
      throw PlainValue.notConvertible(plain, "a number");
    }
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw PlainValue.notConvertible(plain, "a number");
    }
  }

  static double floating(Object plain) throws SQLException {
    if (plain instanceof Double || plain instanceof Float) {
      return ((Number) plain).doubleValue();
    }
    if (plain instanceof String text && NOT_FINITE.contains(text.strip())) {
      return Double.parseDouble(text.strip());
    }
    double value = decimal(plain).doubleValue();
    if (Double.isInfinite(value)) {
      throw outOfRange(plain, "DOUBLE");
    }
    return value;
  }

  static float real(Object plain) throws SQLException {
    double value = floating(plain);
    float narrowed = (float) value;
    if (Float.isInfinite(narrowed) && Double.isFinite(value)) {
      throw outOfRange(plain, "REAL");
    }
    return narrowed;
  }

  private static SQLException outOfRange(Object value, String typeName) {
    return Failure.OUT_OF_RANGE.because(PlainValue.shown(value), typeName);
  }
}
