package io.workspacesql.golden;

import io.workspacesql.golden.NetworkFault.Course;
import io.workspacesql.golden.NetworkFault.Effect;
import io.workspacesql.golden.NetworkFault.End;
import io.workspacesql.golden.NetworkFault.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of {@code docs/reliability.md}, made of what was observed. */
final class NetworkPage {
  static final Path FILE = Path.of("docs/reliability.md");

  private NetworkPage() {}

  /** The page with its tables as they should be. */
  static String text(List<NetworkObservation> observations) throws IOException {
    Map<NetworkFault, String> cells =
        observations.stream()
            .collect(Collectors.toMap(NetworkObservation::fault, NetworkObservation::text));
    GeneratedPage page = new GeneratedPage(Files.readString(FILE));
    for (Verb verb : Verb.values()) {
      page = page.with(verb.name(), table(verb, cells));
    }
    return page.text();
  }

  private static List<String> table(Verb verb, Map<NetworkFault, String> cells) {
    List<String> lines = new ArrayList<>();
    List<String> titles = new ArrayList<>(List.of("the request", "how it ends"));
    Arrays.stream(Course.values()).forEach(course -> titles.add(course.label));
    lines.add(GeneratedPage.row(titles));
    lines.add(GeneratedPage.row(titles.stream().map(title -> "---").toList()));
    for (Effect effect : Effect.values()) {
      lines.addAll(rows(effect, end -> row(end, verb, effect, cells)));
    }
    return lines;
  }

  private static List<String> row(
      End end, Verb verb, Effect effect, Map<NetworkFault, String> cells) {
    return Arrays.stream(Course.values())
        .map(course -> cells.getOrDefault(new NetworkFault(end, verb, effect, course), "–"))
        .toList();
  }

  /** Ends that lead to the same share a row. */
  private static List<String> rows(Effect effect, Function<End, List<String>> row) {
    Map<List<String>, List<String>> ends = new LinkedHashMap<>();
    for (End end : End.values()) {
      ends.computeIfAbsent(row.apply(end), key -> new ArrayList<>()).add(end.label);
    }
    List<String> lines = new ArrayList<>();
    ends.forEach(
        (outcomes, labels) -> {
          if (!outcomes.stream().allMatch("–"::equals)) {
            List<String> line = new ArrayList<>(List.of(effect.label, String.join(", ", labels)));
            line.addAll(outcomes);
            lines.add(GeneratedPage.row(line));
          }
        });
    return lines;
  }
}
