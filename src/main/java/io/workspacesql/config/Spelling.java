package io.workspacesql.config;

import java.util.Comparator;
import java.util.Locale;

/** How far a name is from the ones in the registry. */
final class Spelling {
  /** An unknown name this close to one of ours is taken for a slip of the pen. */
  private static final int SLIP = 2;

  private static final int LONGEST_SHOWN = 64;

  private Spelling() {}

  static ConnectionProperty<?> nearest(String name) {
    return ConnectionProperty.all().stream()
        .min(Comparator.comparingInt(property -> edits(name, property.name())))
        .orElseThrow();
  }

  static boolean isSlip(String name) {
    return edits(name, nearest(name).name()) <= SLIP;
  }

  /** A name for a message: shortened, without control characters. */
  static String shown(String name) {
    String head = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    return head.replaceAll("\\p{Cntrl}", "?");
  }

  /** The Levenshtein distance without regard to case. */
  static int edits(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
