package io.workspacesql.error;

import java.util.Locale;

/** Text that somebody else chose, made fit for a message, a log or a terminal. */
public final class PrintableText {
  private PrintableText() {}

  /** Control, format and line characters escaped: they could move a cursor or turn the text. */
  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(printable, c));
    return printable.toString();
  }

  /** The same, cut after {@code limit} characters. */
  public static String of(String text, int limit) {
    StringBuilder printable = new StringBuilder();
    text.strip().codePoints().limit(limit).forEach(c -> append(printable, c));
    return text.length() > limit ? printable.append('…').toString() : printable.toString();
  }

  private static void append(StringBuilder printable, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          printable.append(String.format(Locale.ROOT, "\\u%04x", c));
      default -> printable.appendCodePoint(c);
    }
  }
}
