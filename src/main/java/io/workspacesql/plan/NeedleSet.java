package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The needles of an OR: together they must find whatever one of its alternatives finds. */
final class NeedleSet {
  /**
   * A shorter text stands in so many names that several such lists cost more than one of all names.
   */
  private static final int SHORTEST_OF_SEVERAL = 3;

  private NeedleSet() {}

  /**
   * The fewest needles that cover all alternatives; empty when one alternative has none or too
   * short a one, since then an unfiltered list finds its rows, or finds them cheaper.
   */
  static List<String> of(List<@Nullable String> alternatives) {
    TreeSet<String> shortestFirst =
        new TreeSet<>(
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    for (String needle : alternatives) {
      if (needle == null) {
        return List.of();
      }
      shortestFirst.add(needle);
    }
    List<String> covering = new ArrayList<>();
    for (String needle : shortestFirst) {
      if (covering.stream().noneMatch(shorter -> covers(shorter, needle))) {
        covering.add(needle);
      }
    }
    boolean tooShort = covering.stream().anyMatch(needle -> needle.length() < SHORTEST_OF_SEVERAL);
    return covering.size() > 1 && tooShort ? List.of() : covering;
  }

  /** A name that holds the longer needle holds the shorter one, so its list has the row. */
  private static boolean covers(String shorter, String longer) {
    return longer.toLowerCase(Locale.ROOT).contains(shorter.toLowerCase(Locale.ROOT))
        && (longer.contains(shorter) || isAscii(shorter));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
