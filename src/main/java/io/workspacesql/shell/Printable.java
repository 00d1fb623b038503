package io.workspacesql.shell;

import java.util.Locale;

/** Text made safe for a terminal, and how wide it appears there. */
final class Printable {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Printable() {}

  /**
   * Escapes what could move the cursor, hide text or turn its direction: tenants choose their
   * names.
   */
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int character) {
    switch (character) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> {
        if (isSafe(character)) {
          safe.appendCodePoint(character);
        } else {
          safe.append(String.format(Locale.ROOT, "\\u{%X}", character));
        }
      }
    }
  }

  private static boolean isSafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      // Emoji families are held together by it.
      case Character.FORMAT -> character == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }

  /** Terminal columns, as most terminals count them. */
  static int width(String text) {
    return text.codePoints().map(Printable::width).sum();
  }

  private static int width(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || isBetween(character, 0x3041, 0x30FF)
        || isBetween(character, 0xAC00, 0xD7A3)
        || isBetween(character, 0xFF01, 0xFF60)
        || isBetween(character, 0x1F300, 0x1FAFF);
  }

  private static boolean isBetween(int character, int first, int last) {
    return character >= first && character <= last;
  }
}
