package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.sql.time.TimestampText;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Plain values (see {@link PlainValue}) as dates, times and instants.
 *
 * <p>The text of timestamps is that of SQL, see {@link TimestampText}.
 *
 * @param zone in which text and local values are instants
 */
record Moments(ZoneId zone) {
  String text(Instant instant) {
    return TimestampText.format(instant, zone);
  }

  String text(LocalTime time) {
    return TimestampText.format(time);
  }

  Instant instant(Object plain) throws SQLException {
    if (plain instanceof Instant instant) {
      return instant;
    }
    if (plain instanceof LocalDate date) {
      return date.atStartOfDay(zone).toInstant();
    }
    if (plain instanceof String text) {
      return TimestampText.parse(text, zone);
    }
    throw PlainValue.notConvertible(plain, "TIMESTAMP");
  }

  /** The same, and a TIME is that time of 1970-01-01. */
  Instant instantOrTime(Object plain) throws SQLException {
    return plain instanceof LocalTime time
        ? time.atDate(LocalDate.EPOCH).atZone(zone).toInstant()
        : instant(plain);
  }

  LocalDateTime dateTime(Object plain) throws SQLException {
    return LocalDateTime.ofInstant(instant(plain), zone);
  }

  LocalDate date(Object plain) throws SQLException {
    if (plain instanceof LocalDate date) {
      return date;
    }
    if (plain instanceof Instant || plain instanceof String) {
      return dateTime(plain).toLocalDate();
    }
    throw PlainValue.notConvertible(plain, "DATE");
  }

  LocalTime time(Object plain) throws SQLException {
    if (plain instanceof LocalTime time) {
      return time;
    }
    if (plain instanceof Instant instant) {
      return dateTime(instant).toLocalTime();
    }
    if (plain instanceof String text) {
      return timeOf(text.strip());
    }
    throw PlainValue.notConvertible(plain, "TIME");
  }

  private LocalTime timeOf(String text) throws SQLException {
    try {
      return text.indexOf('-') > 0 ? dateTime(text).toLocalTime() : LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw Failure.INVALID_DATETIME.because(PlainValue.shown(text), "time");
    }
  }
}
