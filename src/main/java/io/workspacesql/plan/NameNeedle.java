package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the text sent as {@code name_contains}.
 *
 * <p>The server matches a piece of the name without regard to case, but no source says how it folds
 * case, whether {@code %}, {@code _} and backslash act as wildcards, or whether it trims. So a
 * needle only holds characters with which every such server finds at least the names that hold it:
 * a shorter needle lets more rows through and costs calls, a wrong one loses rows.
 */
final class NameNeedle {
  private NameNeedle() {}

  /** The longest safe piece of these texts, each of which the name must hold; null = none. */
  static @Nullable String longest(List<String> texts, Alphabet alphabet) {
    String best = "";
    for (String text : texts) {
      for (String piece : safePieces(text, alphabet)) {
        if (piece.codePointCount(0, piece.length()) > best.codePointCount(0, best.length())) {
          best = piece;
        }
      }
    }
    return best.isEmpty() ? null : best;
  }

  private static List<String> safePieces(String text, Alphabet alphabet) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (isSafe(point) && alphabet.allows(point)) {
                piece.appendCodePoint(point);
              } else {
                dropComposed(piece, point);
                pieces.add(piece.toString().strip());
                piece.setLength(0);
              }
            });
    pieces.add(piece.toString().strip());
    return pieces;
  }

  /** A server may compose a mark with the character before it: e and an accent become é. */
  private static void dropComposed(StringBuilder piece, int point) {
    if (isMark(point) && !piece.isEmpty()) {
      piece.setLength(piece.offsetByCodePoints(piece.length(), -1));
    }
  }

  /**
   * Backslash may act as an escape. A lone surrogate has no UTF-8. Σ becomes σ or ς depending on
   * what follows it in the whole name.
   */
  private static boolean isSafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isMark(point) && point != '\\' && point != 'Σ' && point != 'σ' && point != 'ς';
    };
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }
}
