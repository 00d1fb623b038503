package io.workspacesql.sql.time;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** TIMESTAMP as text: one form going out, the usual ISO 8601 forms coming in. */
public final class TimestampText {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
          .toFormatter(Locale.ROOT);

  private static final Pattern ACCEPTED =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{0,9}))?)?"
              + " ?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private static final int SHOWN = 60;
  private static final int LAST_YEAR = 9999;

  private TimestampText() {}

  /** {@code 2024-01-31 12:34:56.123456}, always with six digits, as clocks in this zone show it. */
  public static String format(Instant instant, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    return local.getYear() < 0 || local.getYear() > LAST_YEAR ? FORM.format(local) : text(local);
  }

  /** By hand, since every timestamp that is read as text comes by. */
  private static String text(LocalDateTime local) {
    char[] text = "0000-00-00 00:00:00.000000".toCharArray();
    put(text, 4, local.getYear());
    put(text, 7, local.getMonthValue());
    put(text, 10, local.getDayOfMonth());
    put(text, 13, local.getHour());
    put(text, 16, local.getMinute());
    put(text, 19, local.getSecond());
    put(text, text.length, local.getNano() / 1_000);
    return new String(text);
  }

  /** Writes the digits of a number so that they end before this place. */
  private static void put(char[] text, int end, int number) {
    int place = end;
    for (int rest = number; rest > 0; rest /= 10) {
      place--;
      text[place] = (char) ('0' + rest % 10);
    }
  }

  /** {@code 12:34:56}, with as many as three digits behind it when they are not zero. */
  public static String format(LocalTime time) {
    return TIME.format(time);
  }

  /**
   * Reads {@code yyyy-MM-dd}, optionally with {@code HH:mm}, {@code :ss} and a fraction of up to
   * nine digits, after a space or {@code T}, and optionally {@code Z} or an offset. Without an
   * offset the text is in the zone: a time that clocks skip counts as later by the gap, a time that
   * they show twice is the earlier one.
   *
   * @throws SQLException 22007 for any other text
   */
  public static Instant parse(String text, ZoneId zone) throws SQLException {
    Matcher parts = ACCEPTED.matcher(text.strip());
    try {
      if (parts.matches()) {
        return local(parts).atZone(zone(parts.group(8), zone)).toInstant();
      }
    } catch (DateTimeException e) {
      throw Failure.INVALID_DATETIME.causedBy(e, shown(text), "timestamp");
    }
    throw Failure.INVALID_DATETIME.because(shown(text), "timestamp");
  }

  private static String shown(String text) {
    return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + "'";
  }

  private static LocalDateTime local(Matcher parts) {
    return LocalDateTime.of(
        number(parts.group(1)),
        number(parts.group(2)),
        number(parts.group(3)),
        number(parts.group(4)),
        number(parts.group(5)),
        number(parts.group(6)),
        nanos(parts.group(7)));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
  }

  private static ZoneId zone(@Nullable String offset, ZoneId otherwise) {
    if (offset == null) {
      return otherwise;
    }
    return ZoneOffset.of(offset.toUpperCase(Locale.ROOT));
  }
}
