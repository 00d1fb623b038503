package io.workspacesql.api.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}, in seconds or as a date (RFC 9110, 10.2.3). */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

  private RetryAfter() {}

  /** The wait that the server asks for, not negative; null = none that can be read. */
  static @Nullable Duration of(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    return SECONDS.matcher(header).matches()
        ? Duration.ofSeconds(Long.parseLong(header))
        : until(header, now);
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      Duration wait = Duration.between(now, then);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException e) {
      return null; // as good as no header: the caller's own waits apply
    }
  }
}
