package io.workspacesql.jdbc;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.error.Failure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The meeting point of all conversions, one Java class per kind of value: text {@link String},
 * {@link Boolean}, numbers {@link Integer}, {@link Long}, {@link Float}, {@link Double}, {@link
 * BigDecimal}, DATE {@link LocalDate}, TIME {@link LocalTime}, TIMESTAMP {@link Instant}, binary
 * {@code byte[]}.
 */
final class PlainValue {
  private static final int SHOWN_CHARACTERS = 60;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private PlainValue() {}

  /** Of an internal value, see {@link io.workspacesql.sql.PreparedPlan#open}. */
  static Object ofInternal(Object internal, int jdbcType) {
    return switch (jdbcType) {
      case Types.DATE -> LocalDate.ofEpochDay((Integer) internal);
      case Types.TIME -> LocalTime.ofNanoOfDay((Integer) internal * NANOS_PER_MILLI);
      case Types.TIMESTAMP -> EpochMicros.toInstant((Long) internal);
      default -> internal;
    };
  }

  /**
   * Of an object that a program passes in.
   *
   * @param zone in which a LocalDateTime is an instant
   */
  static Object ofJava(Object given, ZoneId zone) throws SQLException {
    if (given instanceof Number number) {
      return ofNumber(number);
    }
    if (given instanceof UUID
        || given instanceof Character
        || given instanceof URL
        || given instanceof OffsetTime) {
      return given.toString();
    }
    if (given instanceof String
        || given instanceof Boolean
        || given instanceof byte[]
        || given instanceof LocalDate
        || given instanceof LocalTime) {
      return given;
    }
    return given instanceof Clob || given instanceof Blob
        ? ofLocator(given)
        : ofMoment(given, zone);
  }

  private static Object ofLocator(Object given) throws SQLException {
    if (given instanceof Clob clob) {
      return clob.getSubString(1, size(clob.length()));
    }
    Blob blob = (Blob) given;
    return blob.getBytes(1, size(blob.length()));
  }

  private static int size(long length) throws SQLException {
    if (length > Integer.MAX_VALUE) {
      throw Failure.OUT_OF_RANGE.because("of " + length + " characters or bytes", "a parameter");
    }
    return (int) length;
  }

  private static Object ofNumber(Number number) throws SQLException {
    if (number instanceof Byte || number instanceof Short) {
      return number.intValue();
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Float
        || number instanceof Double
        || number instanceof BigDecimal) {
      return number;
    }
    throw unknownClass(number);
  }

  private static Object ofMoment(Object given, ZoneId zone) throws SQLException {
    if (given instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (given instanceof java.sql.Time time) {
      return Instant.ofEpochMilli(time.getTime()).atZone(ZoneId.systemDefault()).toLocalTime();
    }
    if (given instanceof java.util.Date date) {
      return date.toInstant();
    }
    if (given instanceof Calendar calendar) {
      return instant(calendar);
    }
    return ofJavaTime(given, zone);
  }

  private static Instant instant(Calendar calendar) throws SQLException {
    try {
      return calendar.toInstant();
    } catch (IllegalArgumentException e) {
      throw Failure.INVALID_DATETIME.causedBy(e, "A Calendar set to what no clock shows", "time");
    }
  }

  private static Object ofJavaTime(Object given, ZoneId zone) throws SQLException {
    if (given instanceof Instant) {
      return given;
    }
    if (given instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (given instanceof ZonedDateTime moment) {
      return moment.toInstant();
    }
    if (given instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    throw unknownClass(given);
  }

  private static SQLException unknownClass(Object given) {
    return Failure.NOT_CONVERTIBLE.because("a " + given.getClass().getName(), "an SQL value");
  }

  static SQLException notConvertible(Object plain, String target) {
    return Failure.NOT_CONVERTIBLE.because(shown(plain), target);
  }

  /** The value as an error message may show it: quoted when text, and short. */
  static String shown(Object plain) {
    if (plain instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    String text = String.valueOf(plain);
    String cut =
        text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    return plain instanceof String ? "'" + cut + "'" : cut;
  }

  /** Text of anything that is neither a date nor a time. */
  static String text(Object plain) {
    if (plain instanceof BigDecimal decimal) {
      return Math.abs(decimal.scale()) > 1000 ? decimal.toString() : decimal.toPlainString();
    }
    return plain instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : plain.toString();
  }
}
