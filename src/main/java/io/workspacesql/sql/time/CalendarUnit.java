package io.workspacesql.sql.time;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A unit of time that SQL can add, count and round to. Days and longer follow the zone's calendar.
 */
enum CalendarUnit {
  MICROSECOND(1, ChronoUnit.MICROS),
  MILLISECOND(1, ChronoUnit.MILLIS),
  SECOND(1, ChronoUnit.SECONDS),
  MINUTE(1, ChronoUnit.MINUTES),
  HOUR(1, ChronoUnit.HOURS),
  DAY(1, ChronoUnit.DAYS, day -> day),
  /** From Sunday, as FLOOR of a DATE counts weeks. */
  WEEK(1, ChronoUnit.WEEKS, day -> day.minusDays(day.getDayOfWeek().getValue() % 7)),
  MONTH(1, ChronoUnit.MONTHS, day -> day.withDayOfMonth(1)),
  QUARTER(
      3,
      ChronoUnit.MONTHS,
      day -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)),
  YEAR(1, ChronoUnit.YEARS, day -> day.withDayOfYear(1)),
  DECADE(10, ChronoUnit.YEARS, day -> LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1)),
  /** The 21st century begins with 2001. */
  CENTURY(100, ChronoUnit.YEARS, day -> firstOf(day, 100)),
  MILLENNIUM(1000, ChronoUnit.YEARS, day -> firstOf(day, 1000)),
  /** From Monday, as ISO 8601 and DATE_TRUNC count weeks. */
  ISOWEEK(1, ChronoUnit.WEEKS, day -> day.minusDays(day.getDayOfWeek().getValue() - 1));

  private final int size;
  private final ChronoUnit unit;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final UnaryOperator<LocalDate> firstDay;

  CalendarUnit(int size, ChronoUnit unit) {
    this(size, unit, day -> day);
  }

  CalendarUnit(int size, ChronoUnit unit, UnaryOperator<LocalDate> firstDay) {
    this.size = size;
    this.unit = unit;
    this.firstDay = firstDay;
  }

  /**
   * The unit that text of a statement names, in singular or plural.
   *
   * @throws UncheckedSqlException 22023 when there is none
   */
  static CalendarUnit parse(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    for (CalendarUnit unit : values()) {
      if (name.equals(unit.name()) || name.equals(unit.name() + "S")) {
        return unit;
      }
    }
    throw new UncheckedSqlException(
        Failure.INVALID_PARAMETER.because("There is no unit of time '" + text + "'"));
  }

  /** The begin of the unit that this time lies in: never later than the time. */
  ZonedDateTime floor(ZonedDateTime time) {
    return unit.isDateBased()
        ? firstDay.apply(time.toLocalDate()).atStartOfDay(time.getZone())
        : time.truncatedTo(unit);
  }

  /** The first begin of such a unit that is not before the time. */
  ZonedDateTime ceil(ZonedDateTime time) {
    if (!unit.isDateBased()) {
      return floor(time.plus(1, unit).minus(1, ChronoUnit.MICROS));
    }
    ZonedDateTime begin = floor(time);
    return begin.isEqual(time)
        ? begin
        : firstDay.apply(begin.toLocalDate()).plus(size, unit).atStartOfDay(time.getZone());
  }

  ZonedDateTime add(ZonedDateTime time, long count) {
    return time.plus(Math.multiplyExact(count, size), unit);
  }

  /** Whole units from one time to the other, negative when it lies before. */
  long between(ZonedDateTime from, ZonedDateTime to) {
    return from.until(to, unit) / size;
  }

  private static LocalDate firstOf(LocalDate day, int years) {
    return LocalDate.of(Math.floorDiv(day.getYear() - 1, years) * years + 1, 1, 1);
  }
}
