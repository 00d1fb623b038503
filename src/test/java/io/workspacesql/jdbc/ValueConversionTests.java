package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.workspacesql.catalog.EpochMicros;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueConversionTests {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant MOMENT = Instant.parse("2024-01-31T20:34:56.780Z");
  private static final Instant MICROS = Instant.parse("2024-01-31T20:34:56.780123Z");
  private static final String UUID_TEXT = "0b6a9e1c-6f0e-4b3a-9d53-0f5c2f0e7a11";
  private final ValueConversion conversion = ValueConversion.in(TOKYO);

  static Stream<Arguments> readable() {
    return Stream.of(
        arguments("x", String.class, "x"),
        arguments(true, String.class, "true"),
        arguments(42, String.class, "42"),
        arguments(new BigDecimal("1E+3"), String.class, "1000"),
        arguments(MOMENT, String.class, "2024-02-01 05:34:56.780000"),
        arguments(MICROS, String.class, "2024-02-01 05:34:56.780123"),
        arguments(MICROS, Timestamp.class, Timestamp.from(MICROS)),
        arguments(MICROS, LocalDateTime.class, LocalDateTime.parse("2024-02-01T05:34:56.780123")),
        arguments(
            Instant.parse("2024-01-31T00:00:00Z"), String.class, "2024-01-31 09:00:00.000000"),
        arguments(LocalDate.of(2024, 2, 29), String.class, "2024-02-29"),
        arguments(LocalTime.of(1, 2, 3), String.class, "01:02:03"),
        arguments(LocalTime.of(1, 2, 3, 40_000_000), String.class, "01:02:03.04"),
        arguments(new byte[] {1, (byte) 0xab}, String.class, "01ab"),
        arguments("Yes", Boolean.class, true),
        arguments(" f ", Boolean.class, false),
        arguments(1L, Boolean.class, true),
        arguments(new BigDecimal("0.00"), Boolean.class, false),
        arguments(" 12 ", Integer.class, 12),
        arguments(12.9d, Integer.class, 12),
        arguments(-12.9d, Integer.class, -12),
        arguments(true, Integer.class, 1),
        arguments(127L, Byte.class, (byte) 127),
        arguments("-32768", Short.class, Short.MIN_VALUE),
        arguments("9223372036854775807", Long.class, Long.MAX_VALUE),
        arguments("1e-999999999", Long.class, 0L),
        arguments("1.5", Double.class, 1.5d),
        arguments("NaN", Double.class, Double.NaN),
        arguments(1.5d, Float.class, 1.5f),
        arguments(0.1f, BigDecimal.class, new BigDecimal("0.1")),
        arguments(7L, BigInteger.class, BigInteger.valueOf(7)),
        arguments(UUID_TEXT, UUID.class, UUID.fromString(UUID_TEXT)),
        arguments(MOMENT, Timestamp.class, Timestamp.from(MOMENT)),
        arguments(MOMENT, java.util.Date.class, Timestamp.from(MOMENT)),
        arguments(MOMENT, Instant.class, MOMENT),
        arguments(
            MOMENT, OffsetDateTime.class, OffsetDateTime.parse("2024-02-01T05:34:56.780+09:00")),
        arguments(MOMENT, ZonedDateTime.class, MOMENT.atZone(TOKYO)),
        arguments(MOMENT, LocalDateTime.class, LocalDateTime.parse("2024-02-01T05:34:56.780")),
        arguments(MOMENT, LocalDate.class, LocalDate.of(2024, 2, 1)),
        arguments(MOMENT, LocalTime.class, LocalTime.parse("05:34:56.780")),
        arguments(MOMENT, Date.class, Date.valueOf("2024-02-01")),
        arguments(LocalDate.of(2024, 2, 1), Instant.class, Instant.parse("2024-01-31T15:00:00Z")),
        arguments(LocalTime.of(5, 6, 7), Time.class, Time.valueOf("05:06:07")),
        arguments("2024-02-01 05:34:56.78", Instant.class, MOMENT));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void a_value_reads_as(Object plain, Class<?> wanted, Object expected) throws SQLException {
    assertThat((Object) conversion.read(plain, wanted)).isEqualTo(expected);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("x", Integer.class, "22018"),
        arguments("maybe", Boolean.class, "22018"),
        arguments(2, Boolean.class, "22018"),
        arguments("x", UUID.class, "22018"),
        arguments(MOMENT, Long.class, "22018"),
        arguments(MOMENT, byte[].class, "22018"),
        arguments(12, Instant.class, "22018"),
        arguments(LocalTime.NOON, LocalDate.class, "22018"),
        arguments("x", Thread.class, "22018"),
        arguments(128, Byte.class, "22003"),
        arguments("1e999999999", Long.class, "22003"),
        arguments("1e999999999", BigInteger.class, "22003"),
        arguments("1e400", Double.class, "22003"),
        arguments(1e300, Float.class, "22003"),
        arguments(Double.NaN, BigDecimal.class, "22003"),
        arguments("2024-02-30", Instant.class, "22007"),
        arguments("25:00", LocalTime.class, "22007"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void a_value_that_does_not_fit_is_refused(Object plain, Class<?> wanted, String state) {
    assertThatThrownBy(() -> conversion.read(plain, wanted))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-31, 2024-01-30T15:00:00Z",
    "2024-01-31 09:30, 2024-01-31T00:30:00Z",
    "2024-01-31T09:30:15, 2024-01-31T00:30:15Z",
    "2024-01-31 09:30:15.1, 2024-01-31T00:30:15.100Z",
    "2024-01-31 09:30:15.123456789, 2024-01-31T00:30:15.123456Z",
    "2024-01-31T09:30:15Z, 2024-01-31T09:30:15Z",
    "2024-01-31 09:30:15+02:00, 2024-01-31T07:30:15Z",
    "2024-01-31 09:30:15+02, 2024-01-31T07:30:15Z",
    "2024-01-31 09:30:15 -02:30, 2024-01-31T12:00:15Z",
    "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z"
  })
  void timestamp_text_is_an_instant_of_the_connections_zone(String text, Instant expected)
      throws SQLException {
    assertThat(internal(text, JDBCType.TIMESTAMP)).isEqualTo(EpochMicros.of(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2024-1-3", "2024-01-31T", "2024-01-31 24:00", "2023-02-29"})
  void other_text_is_no_timestamp(String text) {
    assertThatThrownBy(() -> internal(text, JDBCType.TIMESTAMP))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo("22007");
  }

  static Stream<Object> momentsOfJava() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("America/New_York"));
    calendar.setTimeInMillis(MOMENT.toEpochMilli());
    return Stream.of(
        MOMENT,
        MOMENT.plusNanos(999),
        Timestamp.from(MOMENT),
        new java.util.Date(MOMENT.toEpochMilli()),
        calendar,
        MOMENT.atZone(ZoneId.of("Europe/Paris")),
        OffsetDateTime.parse("2024-01-31T15:04:56.780-05:30"),
        LocalDateTime.parse("2024-02-01T05:34:56.780"),
        "2024-02-01 05:34:56.78");
  }

  @ParameterizedTest
  @MethodSource("momentsOfJava")
  void every_java_form_of_a_moment_is_the_same_timestamp(Object given) throws SQLException {
    assertThat(internal(given, JDBCType.TIMESTAMP)).isEqualTo(EpochMicros.of(MOMENT));
  }

  static Stream<Arguments> parameters() {
    return Stream.of(
        arguments(
            UUID.fromString(UUID_TEXT.toUpperCase(java.util.Locale.ROOT)),
            JDBCType.VARCHAR,
            UUID_TEXT),
        arguments('c', JDBCType.VARCHAR, "c"),
        arguments(5, JDBCType.VARCHAR, "5"),
        arguments(5.0d, JDBCType.INTEGER, 5),
        arguments((byte) 5, JDBCType.BIGINT, 5L),
        arguments("true", JDBCType.BOOLEAN, true),
        arguments(BigInteger.TEN, JDBCType.DECIMAL, BigDecimal.TEN),
        arguments(1, JDBCType.DOUBLE, 1d),
        arguments(1, JDBCType.REAL, 1f),
        arguments(LocalDate.of(1970, 1, 2), JDBCType.DATE, 1),
        arguments(Date.valueOf("1970-01-02"), JDBCType.DATE, 1),
        arguments(LocalTime.of(0, 0, 1), JDBCType.TIME, 1000),
        arguments(Time.valueOf("00:00:01"), JDBCType.TIME, 1000),
        arguments("é", JDBCType.VARBINARY, new byte[] {(byte) 0xc3, (byte) 0xa9}));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void a_parameter_becomes_the_internal_value_of_its_type(
      Object given, JDBCType type, Object expected) throws SQLException {
    assertThat(internal(given, type)).isEqualTo(expected);
  }

  @Test
  void a_number_with_a_fraction_is_no_integer_parameter() {
    assertThatThrownBy(() -> internal(1.5d, JDBCType.INTEGER))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo("22018");
  }

  @Test
  void an_instant_beyond_microseconds_is_out_of_range() {
    assertThatThrownBy(() -> internal(Instant.MAX, JDBCType.TIMESTAMP))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo("22003");
  }

  @Test
  void the_instant_of_a_timestamp_does_not_depend_on_the_jvms_zone() throws SQLException {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : new String[] {"UTC", "Asia/Kolkata", "America/St_Johns"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(conversion.read(MOMENT, Timestamp.class).toInstant()).isEqualTo(MOMENT);
        assertThat(conversion.read(MOMENT, Date.class)).hasToString("2024-02-01");
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private Object internal(Object given, JDBCType type) throws SQLException {
    return conversion.internal(
        PlainValue.ofJava(given, TOKYO), type.getVendorTypeNumber(), type.getName());
  }
}
