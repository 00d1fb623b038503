package io.workspacesql.jdbc;

import static java.util.Map.entry;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.error.Failure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Between the values that plans work with and the Java objects of programs, in both directions.
 *
 * <p>A TIMESTAMP is an instant: {@link Timestamp}, {@link Instant} and {@link OffsetDateTime} are
 * that instant in any JVM zone; text, {@link LocalDateTime} and the parts of a date are those of
 * the connection's {@code timeZone}. Microseconds are kept, finer parts of a parameter are cut off.
 *
 * @param moments dates and times in the connection's zone
 * @param hidesValues whether a failure must not quote the value
 */
record ValueConversion(Moments moments, boolean hidesValues) {
  private static final Map<Class<?>, Reader> READERS =
      Map.ofEntries(
          entry(Object.class, ValueConversion::standard),
          entry(String.class, ValueConversion::text),
          entry(Boolean.class, (conversion, plain) -> Numbers.truth(plain)),
          entry(
              Byte.class, (conversion, plain) -> (byte) integer(plain, Byte.MIN_VALUE, "TINYINT")),
          entry(
              Short.class,
              (conversion, plain) -> (short) integer(plain, Short.MIN_VALUE, "SMALLINT")),
          entry(
              Integer.class,
              (conversion, plain) -> (int) integer(plain, Integer.MIN_VALUE, "INTEGER")),
          entry(Long.class, (conversion, plain) -> integer(plain, Long.MIN_VALUE, "BIGINT")),
          entry(Float.class, (conversion, plain) -> Numbers.real(plain)),
          entry(Double.class, (conversion, plain) -> Numbers.floating(plain)),
          entry(BigDecimal.class, (conversion, plain) -> Numbers.decimal(plain)),
          entry(BigInteger.class, (conversion, plain) -> Numbers.whole(Numbers.decimal(plain))),
          entry(
              Timestamp.class,
              (conversion, plain) -> Timestamp.from(conversion.moments.instantOrTime(plain))),
          entry(
              java.util.Date.class,
              (conversion, plain) -> Timestamp.from(conversion.moments.instant(plain))),
          entry(Date.class, (conversion, plain) -> Date.valueOf(conversion.moments.date(plain))),
          entry(
              Time.class,
              (conversion, plain) -> time(conversion.moments.time(plain), ZoneId.systemDefault())),
          entry(Instant.class, (conversion, plain) -> conversion.moments.instant(plain)),
          entry(
              OffsetDateTime.class,
              (conversion, plain) -> conversion.zoned(plain).toOffsetDateTime()),
          entry(ZonedDateTime.class, ValueConversion::zoned),
          entry(LocalDateTime.class, (conversion, plain) -> conversion.moments.dateTime(plain)),
          entry(LocalDate.class, (conversion, plain) -> conversion.moments.date(plain)),
          entry(LocalTime.class, (conversion, plain) -> conversion.moments.time(plain)),
          entry(UUID.class, (conversion, plain) -> uuid(plain)),
          entry(byte[].class, (conversion, plain) -> bytes(plain)));

  @FunctionalInterface
  private interface Reader {
    Object read(ValueConversion conversion, Object plain) throws SQLException;
  }

  static ValueConversion in(ZoneId zone) {
    return new ValueConversion(new Moments(zone), false);
  }

  /** The same for values that no message may quote. */
  ValueConversion hiding() {
    return new ValueConversion(moments, true);
  }

  /** The same with local values in another zone. */
  ValueConversion inZone(ZoneId zone) {
    return new ValueConversion(new Moments(zone), hidesValues);
  }

  /** A plain value as an object of this class; 22018 or 22003 when it cannot be. */
  <T> T read(Object plain, Class<T> wanted) throws SQLException {
    try {
      return readQuoting(plain, wanted);
    } catch (SQLException e) {
      throw hidesValues ? Failure.NOT_CONVERTIBLE.because("the value", wanted.getName()) : e;
    }
  }

  private <T> T readQuoting(Object plain, Class<T> wanted) throws SQLException {
    Reader reader = reader(wanted);
    try {
      return wanted.cast(reader.read(this, plain));
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw Failure.OUT_OF_RANGE.causedBy(e, PlainValue.shown(plain), wanted.getName());
    }
  }

  /** The class as it is; 22018 when no value can be read as its object. */
  static <T> Class<T> readable(@Nullable Class<T> wanted) throws SQLException {
    if (wanted == null) {
      throw unreadable(wanted);
    }
    reader(wanted);
    return wanted;
  }

  private static Reader reader(Class<?> wanted) throws SQLException {
    Reader reader = READERS.get(wanted);
    if (reader == null) {
      throw unreadable(wanted);
    }
    return reader;
  }

  private static SQLException unreadable(@Nullable Class<?> wanted) {
    return Failure.NOT_CONVERTIBLE.because("an SQL value", wanted);
  }

  /** A plain value as the object that {@code getObject} returns without being told a class. */
  Object standard(Object plain) throws SQLException {
    if (plain instanceof Instant) {
      return read(plain, Timestamp.class);
    }
    if (plain instanceof LocalDate) {
      return read(plain, Date.class);
    }
    return plain instanceof LocalTime ? read(plain, Time.class) : plain;
  }

  /**
   * A plain value in the internal form of this type, see {@link
   * io.workspacesql.sql.PreparedPlan#open}; 22018, 22003 or 22007 when it does not fit.
   */
  Object internal(Object plain, int jdbcType, String typeName) throws SQLException {
    try {
      return switch (jdbcType) {
        case Types.BOOLEAN, Types.BIT -> Numbers.truth(plain);
        case Types.TINYINT -> exact(plain, Byte.MIN_VALUE, typeName);
        case Types.SMALLINT -> exact(plain, Short.MIN_VALUE, typeName);
        case Types.INTEGER -> exact(plain, Integer.MIN_VALUE, typeName);
        case Types.BIGINT -> Numbers.exact(plain, Long.MIN_VALUE, Long.MAX_VALUE, typeName);
        case Types.REAL -> Numbers.real(plain);
        case Types.FLOAT, Types.DOUBLE -> Numbers.floating(plain);
        case Types.DECIMAL, Types.NUMERIC -> Numbers.decimal(plain);
        case Types.DATE -> Math.toIntExact(moments.date(plain).toEpochDay());
        case Types.TIME -> (int) (moments.time(plain).toNanoOfDay() / 1_000_000);
        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
            EpochMicros.of(moments.instant(plain));
        case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> bytes(plain);
        default -> parameterText(plain);
      };
    } catch (DateTimeException | ArithmeticException e) {
      throw Failure.OUT_OF_RANGE.causedBy(e, PlainValue.shown(plain), typeName);
    }
  }

  /** The digits of bytes would be a name that nobody meant. */
  private String parameterText(Object plain) throws SQLException {
    if (plain instanceof byte[]) {
      throw PlainValue.notConvertible(plain, "text");
    }
    return text(plain);
  }

  String text(Object plain) {
    if (plain instanceof Instant instant) {
      return moments.text(instant);
    }
    return plain instanceof LocalTime time ? moments.text(time) : PlainValue.text(plain);
  }

  /** Milliseconds of this time on 1970-01-01 in a zone, as {@link Time} counts. */
  static Time time(LocalTime time, ZoneId zone) {
    return new Time(time.atDate(LocalDate.EPOCH).atZone(zone).toInstant().toEpochMilli());
  }

  private ZonedDateTime zoned(Object plain) throws SQLException {
    return moments.instant(plain).atZone(moments.zone());
  }

  private static long integer(Object plain, long min, String typeName) throws SQLException {
    return Numbers.truncated(plain, min, -(min + 1), typeName);
  }

  private static int exact(Object plain, long min, String typeName) throws SQLException {
    return (int) Numbers.exact(plain, min, -(min + 1), typeName);
  }

  private static UUID uuid(Object plain) throws SQLException {
    if (plain instanceof String text && text.length() == 36) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw PlainValue.notConvertible(plain, "a UUID");
      }
    }
    throw PlainValue.notConvertible(plain, "a UUID");
  }

  private static byte[] bytes(Object plain) throws SQLException {
    if (plain instanceof byte[] bytes) {
      return bytes.clone();
    }
    if (plain instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw PlainValue.notConvertible(plain, "bytes");
  }
}
