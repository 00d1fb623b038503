package io.workspacesql.golden;

import io.workspacesql.plan.PushdownRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of {@code docs/what-is-pushed.md}, made of the planner's rules and the scripts. */
final class PushedPage {
  static final Path FILE = Path.of("docs/what-is-pushed.md");

  private PushedPage() {}

  /** The page with its tables as they should be. */
  static String text() throws IOException {
    return new GeneratedPage(Files.readString(FILE))
        .with("rules", rules())
        .with("requests", requests())
        .text();
  }

  /** One line per column and request part: the operators differ only in name. */
  private static List<String> rules() {
    Map<List<String>, List<String>> operators = new LinkedHashMap<>();
    for (PushdownRule rule : PushdownRule.all()) {
      String column = rule.column() == null ? "–" : code(rule.column());
      List<String> others =
          List.of(
              code(rule.table()),
              column,
              code(rule.part().text()),
              rule.part().exactness(),
              rule.part().explanation());
      operators.computeIfAbsent(others, key -> new ArrayList<>()).add(code(rule.operator()));
    }
    List<String> lines =
        new ArrayList<>(
            List.of(
                "| table | column | operator | part of the request | exactness | when and how |",
                "| --- | --- | --- | --- | --- | --- |"));
    operators.forEach(
        (others, names) ->
            lines.add(
                row(
                    others.get(0),
                    others.get(1),
                    String.join(", ", names),
                    others.get(2),
                    others.get(3),
                    others.get(4))));
    return lines;
  }

  private static List<String> requests() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "| statement | example | workspaces | requests | sent |",
                "| --- | --- | --- | --- | --- |"));
    for (Path file : Golden.scripts()) {
      Script script = Script.parse(Files.readString(file));
      for (Example example : script.examples()) {
        if (example.shape() != null) {
          lines.add(row(example, script.organization()));
        }
      }
    }
    return lines;
  }

  private static String row(Example example, int workspaces) {
    List<String> sent = example.outcome().getOrDefault("requests", List.of());
    return row(
        example.shape().replace("*", "\\*"),
        code(example.statement().lines().map(String::strip).collect(Collectors.joining(" "))),
        Integer.toString(workspaces),
        Long.toString(Bound.of(example.outcome()).sent()),
        sent.stream().map(PushedPage::code).collect(Collectors.joining("<br>")));
  }

  private static String row(String... cells) {
    return GeneratedPage.row(List.of(cells));
  }

  private static String code(String text) {
    String shown = text.length() > 160 ? text.substring(0, 160) + " …" : text;
    return "`" + shown.replace("|", "\\|") + "`";
  }
}
