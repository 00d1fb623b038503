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
  private static final int NONE = -1;

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
    return moment.hasUsualForm() ? moment.byPlaces() : moment.general();
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

  private boolean hasUsualForm() {
    return length > SECONDS_END
        && at(length - 1) == 'Z'
        && at(4) == '-'
        && at(7) == '-'
        && at(10) == 'T'
        && at(13) == ':'
        && at(16) == ':'
        && (length == SECONDS_END + 1 || hasFraction(length - SECONDS_END - 2))
        && number(0, 4) > 0
        && number(5, 7) != NONE
        && number(8, 10) != NONE
        && isBelow(24, 11)
        && isBelow(60, 14)
        && isBelow(60, 17);
  }

  private boolean hasFraction(int digits) {
    return at(SECONDS_END) == '.'
        && digits >= 1
        && digits <= MOST_DIGITS
        && number(SECONDS_END + 1, SECONDS_END + 1 + digits) != NONE;
  }

  private boolean isBelow(int limit, int start) {
    int value = number(start, start + 2);
    return value != NONE && value < limit;
  }

  private long byPlaces() {
    long day = LocalDate.of(number(0, 4), number(5, 7), number(8, 10)).toEpochDay();
    long second = ((day * 24 + number(11, 13)) * 60 + number(14, 16)) * 60 + number(17, 19);
    return second * 1_000_000 + micros();
  }

  private int micros() {
    int end = Math.min(length - 1, SECONDS_END + 1 + MICRO_DIGITS);
    int micros = end > SECONDS_END + 1 ? number(SECONDS_END + 1, end) : 0;
    for (int digits = end - SECONDS_END - 1; digits < MICRO_DIGITS; digits++) {
      micros *= 10;
    }
    return micros;
  }

  /** The number that these places hold; -1 when one of them is no ASCII digit. */
  private int number(int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = at(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
