package io.workspacesql.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Texts to compare with: from the data, pieces of it, changed a little, or from nowhere. */
final class Words {
  private static final String[] ALPHABET = {
    "a",
    "A",
    "i",
    "I",
    "\u0130",
    "\u0131",
    "k",
    "K",
    "\u212A",
    "s",
    "S",
    "\u017F",
    "ss",
    "\u00DF",
    "\u1E9E",
    "\u03A3",
    "\u03C3",
    "\u03C2",
    "f",
    "\uFB00",
    "\uFB01",
    "\u0149",
    "\u01F0",
    "e\u0301",
    "\u00E9",
    "\u0307",
    " ",
    "%",
    "_",
    "\\",
    "'",
    "\"",
    "0",
    "1",
    "\uD83D\uDE80",
    "\u200B",
    "\t",
    "\n",
    "-",
    "&",
    "#",
    "\u00A0",
    "\u3000"
  };
  private static final String[][] LOOKALIKES = {
    {"i", "\u0130"},
    {"i", "\u0131"},
    {"I", "\u0131"},
    {"K", "\u212A"},
    {"s", "\u017F"},
    {"ss", "\u00DF"},
    {"SS", "\u1E9E"},
    {"\u00DF", "SS"},
    {"\u03C3", "\u03C2"},
    {"\u03A3", "\u03C3"},
    {"\u00E9", "e\u0301"},
    {"\uFB01", "fi"},
    {"\uFB01", "FI"},
    {"\u212A", "k"},
    {"\u017F", "S"},
    {"\u0130", "i\u0307"},
    {"_", "X"},
    {"%", "_"},
    {"\\", "\\\\"}
  };

  private final Random random;
  private final List<Map<Column, Object>> rows;

  Words(Random random, List<Map<Column, Object>> rows) {
    this.random = random;
    this.rows = rows;
  }

  /** A text that a condition on this column may name. */
  String about(Column column) {
    int kind = random.nextInt(20);
    if (kind < 8) {
      return of(column);
    }
    if (kind < 12) {
      return piece(of(column));
    }
    if (kind < 17) {
      return changed(kind < 14 ? of(column) : piece(of(column)));
    }
    return kind < 19 ? invented() : of(pick(Column.of(Type.TEXT)));
  }

  /** A text that a name has some chance to hold once it is folded, made of it or of a piece. */
  String folded(UnaryOperator<String> fold) {
    String name = fold.apply(difficultName());
    return random.nextInt(3) == 0 ? name : piece(name);
  }

  /** A name that is more than ASCII, if a few tries find one. */
  private String difficultName() {
    String name = of(Column.NAME);
    for (int tries = 0; tries < 20 && name.chars().allMatch(unit -> unit < 0x80); tries++) {
      name = of(Column.NAME);
    }
    return name;
  }

  /** A LIKE pattern that has some chance. */
  String pattern(Column column) {
    StringBuilder pattern = new StringBuilder();
    about(column)
        .codePoints()
        .limit(24)
        .forEach(point -> pattern.appendCodePoint(random.nextInt(12) == 0 ? '_' : point));
    if (random.nextInt(6) == 0 && !pattern.isEmpty()) {
      pattern.insert(pattern.offsetByCodePoints(0, random.nextInt(points(pattern))), "%");
    }
    return switch (random.nextInt(6)) {
      case 0 -> pattern.toString();
      case 1 -> pattern + "%";
      case 2 -> "%" + pattern;
      default -> "%" + pattern + "%";
    };
  }

  /** The pattern of the texts that hold, start with or end with this text. */
  String escapedPattern(Column column, String escape) {
    StringBuilder pattern = new StringBuilder();
    about(column)
        .codePoints()
        .limit(24)
        .mapToObj(Character::toString)
        .forEach(
            sign ->
                pattern
                    .append("%_".contains(sign) || sign.equals(escape) ? escape : "")
                    .append(sign));
    String wild = escape.equals("%") ? "" : "%";
    return (random.nextInt(4) == 0 ? "" : wild) + pattern + (random.nextInt(4) == 0 ? "" : wild);
  }

  /** A value of the column, or something else when there is none. */
  private String of(Column column) {
    Object value = rows.isEmpty() ? null : pick(rows).get(column);
    if (value == null) {
      return random.nextInt(3) == 0 ? invented() : "active";
    }
    return (String) value;
  }

  private String piece(String text) {
    int[] points = text.codePoints().toArray();
    if (points.length == 0) {
      return text;
    }
    int from = random.nextInt(points.length);
    int length = 1 + random.nextInt(Math.min(8, points.length - from));
    return new String(points, from, length);
  }

  private String changed(String text) {
    List<UnaryOperator<String>> changes = new ArrayList<>();
    changes.add(word -> word.toUpperCase(Locale.ROOT));
    changes.add(word -> word.toLowerCase(Locale.ROOT));
    changes.add(word -> word + " ");
    changes.add(word -> " " + word);
    changes.add(String::strip);
    changes.add(word -> word + pick(List.of(ALPHABET)));
    changes.add(word -> word.isEmpty() ? word : word.substring(word.offsetByCodePoints(0, 1)));
    for (int i = 0; i < 5; i++) {
      String[] pair = LOOKALIKES[random.nextInt(LOOKALIKES.length)];
      changes.add(word -> word.replace(pair[0], pair[1]));
    }
    return pick(changes).apply(text);
  }

  private String invented() {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      word.append(pick(List.of(ALPHABET)));
    }
    return word.toString();
  }

  private static int points(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
