package io.workspacesql.api.json;

import io.workspacesql.catalog.EpochMicros;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * An ISO 8601 date and time with its offset, as RFC 3339 wants it for the API's {@code date-time}.
 * The form that the API writes, {@code 2026-01-02T03:04:05.678901Z}, is read by its places: a page
 * has two a row, and the JDK's parser would take most of the time of decoding it.
 */
final class MomentText {
  private static final int SECONDS_END = 19;
  private static final int MICRO_DIGITS = 6;
  private static final int MOST_DIGITS = 9;
  private static final long NONE = Long.MIN_VALUE;

  private final char[] buffer;
  private final int offset;
  private final int length;

  private MomentText(char[] buffer, int offset, int length) {
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
  }

  /**
   * Microseconds since 1970; digits below the microsecond are dropped towards the past.
   *
   * @param buffer holds the text from {@code offset} on, as the parser has it: most are read
   *     without a {@code String} of their own
   * @throws DateTimeException when the text is no date and time with an offset
   * @throws ArithmeticException when it lies too far away
   */
  static long epochMicros(char[] buffer, int offset, int length) {
    MomentText moment = new MomentText(buffer, offset, length);
    long byPlaces = moment.isPunctuated() ? moment.byPlaces() : NONE;
    return byPlaces == NONE ? moment.general() : byPlaces;
  }

  private long general() {
    return EpochMicros.of(
        OffsetDateTime.parse(
                new String(buffer, offset, length), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
            .toInstant());
  }

  private char at(int place) {
    return buffer[offset + place];
  }

  /** The punctuation of the usual form, with some digits between. */
  private boolean isPunctuated() {
    return length > SECONDS_END
        && at(length - 1) == 'Z'
        && at(4) == '-'
        && at(7) == '-'
        && at(10) == 'T'
        && at(13) == ':'
        && at(16) == ':'
        && (length == SECONDS_END + 1 || hasFraction());
  }

  private boolean hasFraction() {
    int digits = length - SECONDS_END - 2;
    return at(SECONDS_END) == '.' && digits >= 1 && digits <= MOST_DIGITS;
  }

  /** The moment by its places; {@link #NONE} when they do not hold what they ought to. */
  private long byPlaces() {
    int year = number(0, 4);
    int month = number(5, 7);
    int day = number(8, 10);
    int hour = number(11, 13);
    int minute = number(14, 16);
    int second = number(17, 19);
    int micros = micros();
    // Numbers below 0 are no numbers: together they have a sign when one of them has it.
    if ((month | day | hour | minute | second | micros) < 0
        || year <= 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return NONE;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + micros;
  }

  /** Of a fraction's digits the first six; below 0 when one of them all is none. */
  private int micros() {
    if (length == SECONDS_END + 1) {
      return 0;
    }
    int start = SECONDS_END + 1;
    int end = Math.min(length - 1, start + MICRO_DIGITS);
    int micros = number(start, end);
    for (int digits = end - start; digits < MICRO_DIGITS; digits++) {
      micros *= 10;
    }
    return number(end, length - 1) < 0 ? -1 : micros;
  }

  /** The number that these places hold; below 0 when one of them is no ASCII digit. */
  private int number(int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = at(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
