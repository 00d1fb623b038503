package io.workspacesql.sql.time;

import io.workspacesql.error.UncheckedSqlException;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.function.ToLongFunction;

/** What EXTRACT takes out of a timestamp, with the numbers that it gives for a DATE. */
enum TimeField {
  YEAR(ZonedDateTime::getYear),
  QUARTER(time -> time.get(IsoFields.QUARTER_OF_YEAR)),
  MONTH(ZonedDateTime::getMonthValue),
  /** Of ISO 8601. */
  WEEK(time -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
  DAY(ZonedDateTime::getDayOfMonth),
  /** Sunday is 1. */
  DOW(time -> time.getDayOfWeek().getValue() % 7 + 1),
  /** Monday is 1. */
  ISODOW(time -> time.getDayOfWeek().getValue()),
  DOY(ZonedDateTime::getDayOfYear),
  ISOYEAR(time -> time.get(IsoFields.WEEK_BASED_YEAR)),
  DECADE(time -> Math.floorDiv(time.getYear(), 10)),
  CENTURY(time -> Math.floorDiv(time.getYear() + 99, 100)),
  MILLENNIUM(time -> Math.floorDiv(time.getYear() + 999, 1000)),
  HOUR(ZonedDateTime::getHour),
  MINUTE(ZonedDateTime::getMinute),
  SECOND(ZonedDateTime::getSecond),
  /** Of the minute, as are the smaller ones. */
  MILLISECOND(time -> nanoOfMinute(time) / 1_000_000),
  MICROSECOND(time -> nanoOfMinute(time) / 1_000),
  NANOSECOND(TimeField::nanoOfMinute),
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  EPOCH(ZonedDateTime::toEpochSecond);

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final ToLongFunction<ZonedDateTime> value;

  TimeField(ToLongFunction<ZonedDateTime> value) {
    this.value = value;
  }

  /**
   * The field of this name.
   *
   * @throws UncheckedSqlException 0A000 when there is none
   */
  static TimeField named(String name) {
    for (TimeField field : values()) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    throw UnsupportedTime.because("EXTRACT(" + name + ")");
  }

  long of(ZonedDateTime time) {
    return value.applyAsLong(time);
  }

  private static long nanoOfMinute(ZonedDateTime time) {
    return time.getSecond() * 1_000_000_000L + time.getNano();
  }
}
