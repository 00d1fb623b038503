package io.workspacesql.sql.time;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.apache.calcite.linq4j.function.Strict;

/**
 * The operators on lowered values; public because generated code calls them. Timestamps are epoch
 * microseconds, day-time intervals microseconds, year-month intervals months, dates epoch days,
 * times milliseconds of the day, zones are ids. An argument that is NULL makes the result NULL,
 * without a call. Failures are {@link UncheckedSqlException}s: 22007 for text, 22003 for results
 * outside the years 1 to 9999, 22023 for units.
 */
@Strict
public final class TimeFunctions {
  private static final long MICROS_PER_MILLI = 1_000;
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final int PRECISION = 6;
  private static final int LAST_YEAR = 9999;

  private TimeFunctions() {}

  /** CAST(text AS TIMESTAMP(precision)). */
  public static long parse(String text, int precision, String zone) {
    try {
      return truncate(EpochMicros.of(TimestampText.parse(text, ZoneId.of(zone))), precision);
    } catch (SQLException e) {
      throw new UncheckedSqlException(e);
    }
  }

  /** CAST(timestamp AS VARCHAR). */
  public static String text(long micros, String zone) {
    return TimestampText.format(EpochMicros.toInstant(micros), ZoneId.of(zone));
  }

  /** CAST(timestamp AS TIMESTAMP(precision)): digits beyond it become zero. */
  public static long truncate(long micros, int precision) {
    long step = 1;
    for (int digits = precision; digits < PRECISION; digits++) {
      step *= 10;
    }
    return micros - Math.floorMod(micros, step);
  }

  /** CAST(date AS TIMESTAMP): the day's first moment. */
  public static long startOfDay(int day, String zone) {
    return EpochMicros.of(LocalDate.ofEpochDay(day).atStartOfDay(ZoneId.of(zone)).toInstant());
  }

  /** CAST(timestamp AS DATE). */
  public static int date(long micros, String zone) {
    return Math.toIntExact(at(micros, zone).toLocalDate().toEpochDay());
  }

  /** CAST(timestamp AS TIME(precision)), which holds milliseconds at most. */
  public static int time(long micros, int precision, String zone) {
    long nanos = at(micros, zone).toLocalTime().toNanoOfDay();
    return (int) (truncate(nanos / 1_000, precision) / MICROS_PER_MILLI);
  }

  /** CAST(time AS VARCHAR), with the milliseconds that the planner's own cast leaves out. */
  public static String timeText(int millis) {
    return TimestampText.format(LocalTime.ofNanoOfDay(millis * 1_000_000L));
  }

  /** EXTRACT(field FROM timestamp). */
  public static long extract(String field, long micros, String zone) {
    return TimeField.valueOf(field).of(at(micros, zone));
  }

  /** FLOOR(timestamp TO unit), and DATE_TRUNC with {@code ISOWEEK} for {@code week}. */
  public static long floor(String unit, long micros, String zone) {
    return moved(micros, zone, CalendarUnit.parse(unit)::floor);
  }

  /** CEIL(timestamp TO unit). */
  public static long ceil(String unit, long micros, String zone) {
    return moved(micros, zone, CalendarUnit.parse(unit)::ceil);
  }

  /** DATE_TRUNC(unit, timestamp): weeks begin on Monday. */
  public static long dateTrunc(String unit, long micros, String zone) {
    CalendarUnit wanted = CalendarUnit.parse(unit);
    return moved(
        micros, zone, wanted == CalendarUnit.WEEK ? CalendarUnit.ISOWEEK::floor : wanted::floor);
  }

  /** TIMESTAMPADD(unit, count, timestamp). */
  public static long add(String unit, long count, long micros, String zone) {
    return moved(micros, zone, time -> CalendarUnit.parse(unit).add(time, count));
  }

  /** TIMESTAMPDIFF(unit, from, to). */
  public static long between(String unit, long from, long to, String zone) {
    return CalendarUnit.parse(unit).between(at(from, zone), at(to, zone));
  }

  /** timestamp + interval of hours, minutes, seconds: elapsed time. */
  public static long plus(long micros, long interval) {
    return moved(micros, "Z", time -> time.plus(interval, ChronoUnit.MICROS));
  }

  /** timestamp + INTERVAL DAY: the same time of another day, as clocks show it. */
  public static long plusDays(long micros, long interval, String zone) {
    long shifted = moved(micros, zone, time -> time.plusDays(interval / MICROS_PER_DAY));
    return plus(shifted, interval % MICROS_PER_DAY);
  }

  /** timestamp + interval of years and months. */
  public static long plusMonths(long micros, long months, String zone) {
    return moved(micros, zone, time -> time.plusMonths(months));
  }

  private static long moved(long micros, String zone, UnaryOperator<ZonedDateTime> move) {
    try {
      ZonedDateTime result = move.apply(at(micros, zone));
      if (result.getYear() < 1 || result.getYear() > LAST_YEAR) {
        throw new DateTimeException(result.toString());
      }
      return EpochMicros.of(result.toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      throw new UncheckedSqlException(Failure.OUT_OF_RANGE.because(e.getMessage(), "TIMESTAMP"));
    }
  }

  private static ZonedDateTime at(long micros, String zone) {
    return EpochMicros.toInstant(micros).atZone(ZoneId.of(zone));
  }
}
