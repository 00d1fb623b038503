package io.workspacesql.sql.time;

import java.util.Locale;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.type.SqlTypeName;

/** Intervals as SQL writes them inside the quotes: {@code +1 02:03:04.123456}, {@code -3-11}. */
final class IntervalText {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private IntervalText() {}

  /**
   * Text of an interval.
   *
   * @param type the name of a {@link SqlTypeName}, whose units are those of the text
   * @param value months or microseconds
   */
  static String format(String type, long value) {
    SqlTypeName qualifier = SqlTypeName.valueOf(type);
    return (value < 0 ? "-" : "+") + magnitude(qualifier, Math.abs(value));
  }

  private static String magnitude(SqlTypeName qualifier, long value) {
    StringBuilder text = new StringBuilder();
    long rest = value;
    for (TimeUnit unit = qualifier.getStartUnit(); ; unit = below(unit)) {
      long count = rest / size(unit);
      rest %= size(unit);
      text.append(text.length() == 0 ? Long.toString(count) : separator(unit) + twoDigits(count));
      if (unit == qualifier.getEndUnit()) {
        return unit == TimeUnit.SECOND
            ? text + String.format(Locale.ROOT, ".%06d", rest)
            : text.toString();
      }
    }
  }

  private static String twoDigits(long count) {
    return count < 10 ? "0" + count : Long.toString(count);
  }

  private static String separator(TimeUnit unit) {
    return unit == TimeUnit.MONTH ? "-" : unit == TimeUnit.HOUR ? " " : ":";
  }

  private static TimeUnit below(TimeUnit unit) {
    return switch (unit) {
      case YEAR -> TimeUnit.MONTH;
      case DAY -> TimeUnit.HOUR;
      case HOUR -> TimeUnit.MINUTE;
      default -> TimeUnit.SECOND;
    };
  }

  /** In months or microseconds. */
  static long size(TimeUnit unit) {
    return switch (unit) {
      case YEAR -> 12;
      case MONTH -> 1;
      case DAY -> 24 * 3600 * MICROS_PER_SECOND;
      case HOUR -> 3600 * MICROS_PER_SECOND;
      case MINUTE -> 60 * MICROS_PER_SECOND;
      case SECOND -> MICROS_PER_SECOND;
      default -> throw new IllegalArgumentException("no interval has the unit " + unit);
    };
  }
}
