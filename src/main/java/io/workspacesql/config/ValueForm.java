package io.workspacesql.config;

import io.workspacesql.model.Region;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a property's value looks like and how it is read.
 *
 * @param words complete the sentence "must be …"
 * @param choices the only values there are; empty = not a choice
 */
record ValueForm<T>(String words, List<String> choices, Reader<T> reader) {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m)");
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");
  private static final Pattern HEADER_TEXT = Pattern.compile("[ -~]{1,128}");

  private static final Duration LONGEST = Duration.ofDays(1);

  /** Reads a text that is not empty; null = it does not have the form. */
  interface Reader<T> {
    @Nullable T read(String text);
  }

  private static <T> ValueForm<T> of(String words, Reader<T> reader) {
    return new ValueForm<>(words, List.of(), reader);
  }

  static ValueForm<String> text() {
    return of("text without control characters", text -> text);
  }

  static ValueForm<Secret> secret() {
    return of("text without control characters", Secret::of);
  }

  static ValueForm<Secret> token() {
    return of(
        "the bare token, without spaces and the word Bearer",
        text -> TOKEN.matcher(text).matches() ? Secret.of(text) : null);
  }

  static ValueForm<String> headerText() {
    return matching("printable ASCII text of at most 128 characters", HEADER_TEXT);
  }

  static ValueForm<String> uuid() {
    return matching("a UUID", UUID);
  }

  static ValueForm<String> region() {
    return of(Region.form(), Region::id);
  }

  /** Separated by commas; spaces around a word do not count. */
  static ValueForm<List<String>> wordList() {
    return of(
        "words separated by commas",
        text -> {
          List<String> words = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
          return words.contains("") ? null : words;
        });
  }

  private static ValueForm<String> matching(String words, Pattern pattern) {
    return of(words, text -> pattern.matcher(text).matches() ? text : null);
  }

  static ValueForm<String> host() {
    return of(
        "a host name or an IP address",
        text -> Host.isValid(text) ? text.toLowerCase(Locale.ROOT) : null);
  }

  static ValueForm<Boolean> flag() {
    ValueForm<String> form = oneOf("true", "false");
    return form.reading(text -> text.equals("true"));
  }

  static <E extends Enum<E>> ValueForm<E> choice(Class<E> type) {
    ValueForm<String> form =
        oneOf(
            Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
    return form.reading(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /** One of these words without regard to case. */
  static ValueForm<String> oneOf(String... words) {
    List<String> choices = List.of(words);
    return new ValueForm<>(
        String.join(" or ", choices),
        choices,
        text -> choices.stream().filter(text::equalsIgnoreCase).findFirst().orElse(null));
  }

  private <U> ValueForm<U> reading(Reader<U> next) {
    return new ValueForm<>(
        words,
        choices,
        text -> {
          T value = reader.read(text);
          return value == null ? null : next.read(value.toString());
        });
  }

  static ValueForm<Integer> number(int least, int most) {
    return of(
        "a whole number from " + least + " to " + most,
        text -> {
          Long number = wholeNumber(text);
          return number == null || number < least || number > most ? null : number.intValue();
        });
  }

  static ValueForm<Long> longNumber() {
    return of("a whole number", ValueForm::wholeNumber);
  }

  private static @Nullable Long wholeNumber(String text) {
    try {
      return text.startsWith("+") ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A span of at least this long, at most a day; a bare 0 needs no unit. */
  static ValueForm<Duration> duration(Duration least) {
    return of(
        "a duration such as 500ms, 10s or 2m"
            + (least.isZero() ? ", or 0," : ", not 0 and")
            + " at most 1440m",
        text -> {
          Duration span = span(text);
          return span == null || span.compareTo(least) < 0 || span.compareTo(LONGEST) > 0
              ? null
              : span;
        });
  }

  private static @Nullable Duration span(String text) {
    Matcher matcher = DURATION.matcher(text.equals("0") ? "0s" : text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return null;
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  static ValueForm<ZoneId> zone() {
    return of(
        "UTC, local, or a zone such as Europe/Berlin or +02:00",
        text -> {
          try {
            return text.equalsIgnoreCase("local") ? ZoneId.systemDefault() : ZoneId.of(text);
          } catch (DateTimeException e) {
            return null;
          }
        });
  }
}
