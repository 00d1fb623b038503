package io.workspacesql.sql.time;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.apache.calcite.linq4j.function.Strict;

/**
 * The operators on intervals; public because generated code calls them. Values are as in {@link
 * TimeFunctions}.
 */
@Strict
public final class IntervalFunctions {
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
  private static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;
  private static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;
  private static final long MONTHS_PER_YEAR = 12;
  private static final long MILLIS_PER_DAY = 86_400_000;

  private IntervalFunctions() {}

  /** date + interval of days and smaller units, which count when they fill days. */
  public static int datePlus(int day, long interval) {
    return Math.toIntExact(day + Math.floorDiv(interval, MICROS_PER_DAY));
  }

  /** date + interval of years and months. */
  public static int datePlusMonths(int day, long months) {
    return Math.toIntExact(LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay());
  }

  /** time + interval, around the clock. */
  public static int timePlus(int millis, long interval) {
    return (int) Math.floorMod(millis + interval / MICROS_PER_MILLI, MILLIS_PER_DAY);
  }

  /** time - time. */
  public static long timeBetween(int from, int to) {
    return (to - from) * MICROS_PER_MILLI;
  }

  /** interval * number. */
  public static long times(long interval, BigDecimal factor) {
    return whole(BigDecimal.valueOf(interval).multiply(factor));
  }

  /** interval / number. */
  public static long dividedBy(long interval, BigDecimal divisor) {
    return whole(BigDecimal.valueOf(interval).divide(divisor, 0, RoundingMode.DOWN));
  }

  /** EXTRACT(field FROM interval of days and smaller units). */
  public static long extract(String field, long interval) {
    return switch (field) {
      case "DAY" -> interval / MICROS_PER_DAY;
      case "HOUR" -> interval % MICROS_PER_DAY / MICROS_PER_HOUR;
      case "MINUTE" -> interval % MICROS_PER_HOUR / MICROS_PER_MINUTE;
      case "SECOND" -> interval % MICROS_PER_MINUTE / MICROS_PER_SECOND;
      case "MILLISECOND" -> interval % MICROS_PER_MINUTE / MICROS_PER_MILLI;
      case "MICROSECOND" -> interval % MICROS_PER_MINUTE;
      case "EPOCH" -> interval / MICROS_PER_SECOND;
      default -> throw noField(field);
    };
  }

  /** EXTRACT(field FROM interval of years and months). */
  public static long extractOfMonths(String field, long months) {
    return switch (field) {
      case "YEAR" -> months / MONTHS_PER_YEAR;
      case "MONTH" -> months % MONTHS_PER_YEAR;
      default -> throw noField(field);
    };
  }

  /** CAST(interval AS VARCHAR). */
  public static String text(String type, long interval) {
    return IntervalText.format(type, interval);
  }

  private static UncheckedSqlException noField(String field) {
    return new UncheckedSqlException(
        Failure.NOT_SUPPORTED.because("EXTRACT(" + field + ") of this kind of INTERVAL"));
  }

  private static long whole(BigDecimal value) {
    try {
      return value.setScale(0, RoundingMode.DOWN).longValueExact();
    } catch (ArithmeticException e) {
      throw new UncheckedSqlException(Failure.OUT_OF_RANGE.because(value, "INTERVAL"));
    }
  }
}
