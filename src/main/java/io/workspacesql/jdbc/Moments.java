package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Plain values (see {@link PlainValue}) as dates, times and instants.
 *
 * <p>A timestamp's text is {@code 2024-01-31 12:34:56.789}, always with the three digits that
 * {@code CAST(… AS VARCHAR)} prints too. Text that is read may have {@code T} for the blank, no
 * seconds, up to nine digits, and {@code Z} or an offset, which then wins over the zone.
 *
 * @param zone in which text and local values are instants
 */
record Moments(ZoneId zone) {
  private static final int DATE_LENGTH = 10;
  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .parseLenient()
          .appendOffset("+HH:mm", "Z")
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter WRITE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 3, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter WRITE_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
          .toFormatter(Locale.ROOT);

  String text(Instant instant) {
    return WRITE.format(instant.atZone(zone));
  }

  String text(LocalTime time) {
    return WRITE_TIME.format(time);
  }

  Instant instant(Object plain) throws SQLException {
    if (plain instanceof Instant instant) {
      return instant;
    }
    if (plain instanceof LocalDate date) {
      return date.atStartOfDay(zone).toInstant();
    }
    if (plain instanceof String text) {
      return instantOf(parsed(text));
    }
    throw PlainValue.notConvertible(plain, "TIMESTAMP");
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

  private Instant instantOf(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (parsed instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    return LocalDate.from(parsed).atStartOfDay(zone).toInstant();
  }

  private static TemporalAccessor parsed(String text) throws SQLException {
    try {
      return READ.parseBest(
          withT(text.strip()), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    } catch (DateTimeException e) {
      throw Failure.INVALID_DATETIME.because(PlainValue.shown(text), "timestamp");
    }
  }

  private static String withT(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
        ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
        : text;
  }
}
