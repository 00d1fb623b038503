package io.workspacesql.endtoend;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;

/** One value, 1 or true or a moment, in each class that Java has for it and in each SQL type. */
final class SampleValue {
  static final LocalDateTime MOMENT = LocalDateTime.parse("2024-01-31T20:34:56");
  static final String TIMESTAMP_TEXT = "2024-01-31 20:34:56.000000";
  static final String UUID_TEXT = "0b6a9e1c-6f0e-4b3a-9d53-0f5c2f0e7a11";
  private static final Instant INSTANT = MOMENT.toInstant(ZoneOffset.UTC);

  static final Map<String, Object> IN_JAVA =
      Map.ofEntries(
          Map.entry("Boolean", true),
          Map.entry("Byte", (byte) 1),
          Map.entry("Short", (short) 1),
          Map.entry("Integer", 1),
          Map.entry("Long", 1L),
          Map.entry("Float", 1f),
          Map.entry("Double", 1d),
          Map.entry("BigDecimal", BigDecimal.ONE),
          Map.entry("BigInteger", BigInteger.ONE),
          Map.entry("Character", '1'),
          Map.entry("byte[]", new byte[] {1}),
          Map.entry("sql.Date", Date.valueOf(MOMENT.toLocalDate())),
          Map.entry("sql.Time", Time.valueOf(MOMENT.toLocalTime())),
          Map.entry("Timestamp", Timestamp.from(INSTANT)),
          Map.entry("util.Date", new java.util.Date(INSTANT.toEpochMilli())),
          Map.entry("Calendar", calendar()),
          Map.entry("LocalDate", MOMENT.toLocalDate()),
          Map.entry("LocalTime", MOMENT.toLocalTime()),
          Map.entry("LocalDateTime", MOMENT),
          Map.entry("OffsetTime", OffsetTime.parse("20:34:56Z")),
          Map.entry("OffsetDateTime", INSTANT.atOffset(ZoneOffset.UTC)),
          Map.entry("ZonedDateTime", INSTANT.atZone(ZoneOffset.UTC)),
          Map.entry("Instant", INSTANT),
          Map.entry("UUID", UUID.fromString(UUID_TEXT)),
          Map.entry("URL", url()));

  private static final Map<String, String> SQL =
      Map.of(
          "BOOLEAN", "TRUE",
          "VARBINARY", "CAST(X'01' AS VARBINARY)",
          "DATE", "DATE '2024-01-31'",
          "TIME", "TIME '20:34:56'",
          "TIMESTAMP", "TIMESTAMP '2024-01-31 20:34:56'");

  private static final Map<String, String> TEXT =
      Map.of(
          "REAL", "1.0",
          "FLOAT", "1.0",
          "DOUBLE", "1.0",
          "BOOLEAN", "true",
          "BIT", "true",
          "VARBINARY", "01",
          "DATE", "2024-01-31",
          "TIME", "20:34:56",
          "TIMESTAMP", TIMESTAMP_TEXT);

  private SampleValue() {}

  private static Calendar calendar() {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"), Locale.ROOT);
    calendar.setTimeInMillis(INSTANT.toEpochMilli());
    return calendar;
  }

  private static URL url() {
    try {
      return new URL("https://example.test/1");
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** An SQL expression of this type. */
  static String sql(String type) {
    return SQL.getOrDefault(type, "CAST(1 AS " + type + ")");
  }

  /** The value of this type as the driver writes it. */
  static String text(String type) {
    return TEXT.getOrDefault(type, "1");
  }

  /** Text that a program might keep a value of this class in. */
  static String textOf(String javaClass) {
    return switch (javaClass) {
      case "sql.Date", "LocalDate" -> "2024-01-31";
      case "sql.Time", "LocalTime" -> "20:34:56";
      case "OffsetTime" -> "20:34:56Z";
      case "Timestamp", "util.Date", "Calendar", "LocalDateTime", "OffsetDateTime" ->
          TIMESTAMP_TEXT;
      case "ZonedDateTime", "Instant" -> TIMESTAMP_TEXT;
      case "UUID" -> UUID_TEXT;
      case "URL" -> "https://example.test/1";
      case "Boolean" -> "true";
      case "Float", "Double" -> "1.0";
      default -> "1";
    };
  }

  /** The value that a column of this type has for the classes that know date and time. */
  static LocalDateTime moment(String type) {
    return switch (type) {
      case "DATE" -> MOMENT.toLocalDate().atStartOfDay();
      case "TIME" -> LocalDate.EPOCH.atTime(MOMENT.toLocalTime());
      default -> MOMENT;
    };
  }

  /** What a column of this SQL type reads as. */
  static Object read(String javaClass, String type) {
    LocalDateTime moment = moment(type);
    Instant instant = moment.toInstant(ZoneOffset.UTC);
    return switch (javaClass) {
      case "String" -> text(type);
      case "BigDecimal" -> type.equals("BOOLEAN") ? BigDecimal.ONE : new BigDecimal(text(type));
      case "byte[]" -> type.equals("VARBINARY") ? new byte[] {1} : bytes(text(type));
      case "Timestamp", "util.Date" -> Timestamp.from(instant);
      case "Instant" -> instant;
      case "OffsetDateTime" -> OffsetDateTime.of(moment, ZoneOffset.UTC);
      case "ZonedDateTime" -> ZonedDateTime.of(moment, ZoneId.of("UTC"));
      case "LocalDateTime" -> moment;
      case "LocalTime" -> LocalTime.from(moment);
      case "sql.Time" -> Time.valueOf(LocalTime.from(moment));
      default -> IN_JAVA.get(javaClass);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
