package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The needles of an OR: together they must find whatever one of its alternatives finds. */
final class NeedleSet {
  private NeedleSet() {}

  /**
   * The fewest needles that cover all alternatives; empty when one alternative has none, since then
   * only an unfiltered list finds its rows.
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
    return covering;
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
