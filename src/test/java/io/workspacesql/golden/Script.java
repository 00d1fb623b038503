package io.workspacesql.golden;

import io.workspacesql.demo.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of examples, in quidem's spirit: blocks between blank lines; in a block comment lines,
 * then sections with indented lines. The sections {@code sql} and {@code before} are written by
 * people, all others are what came out.
 *
 * <p>The first block holds the settings: {@code organization 250} is the size of the demo
 * organization, {@code connect name=value&…} adds properties to the URL, {@code scoped NAME}
 * connects with a scoped token for the workspace of this name, {@code server ownWorkspaceShown}
 * runs on an organization that shows such a token its workspace.
 */
record Script(List<String> head, List<Example> examples) {
  private static final String INDENT = "  ";

  static Script parse(String text) {
    List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : text.lines().toList()) {
      if (line.isEmpty()) {
        blocks.add(new ArrayList<>());
      } else {
        blocks.get(blocks.size() - 1).add(line);
      }
    }
    blocks.removeIf(List::isEmpty);
    return new Script(blocks.get(0), blocks.stream().skip(1).map(Script::example).toList());
  }

  private static Example example(List<String> block) {
    List<String> prose = new ArrayList<>();
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = prose;
    for (String line : block) {
      if (line.startsWith("#")) {
        prose.add(line);
      } else if (line.startsWith(INDENT)) {
        section.add(line.substring(INDENT.length()));
      } else {
        section = new ArrayList<>();
        sections.put(line, section);
      }
    }
    List<String> before = sections.getOrDefault("before", List.of());
    List<String> sql = sections.getOrDefault("sql", List.of());
    sections.keySet().removeAll(List.of("before", "sql"));
    return new Example(prose, before, sql, sections);
  }

  int organization() {
    return Integer.parseInt(setting("organization", "250"));
  }

  String properties() {
    return setting("connect", "");
  }

  /** The workspace that connections have a scoped token for; the empty text = they have none. */
  String scoped() {
    return setting("scoped", "");
  }

  Dialect server() {
    boolean shown = setting("server", "").equals("ownWorkspaceShown");
    return Dialect.builder().ownWorkspaceShown(shown).build();
  }

  private String setting(String name, String otherwise) {
    return head.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }

  /** The file's text. */
  String text() {
    List<String> lines = new ArrayList<>(head);
    for (Example example : examples) {
      lines.add("");
      lines.addAll(example.prose());
      addSection(lines, "before", example.before());
      addSection(lines, "sql", example.sql());
      example.outcome().forEach((name, section) -> addSection(lines, name, section));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void addSection(List<String> lines, String name, List<String> section) {
    if (!section.isEmpty()) {
      lines.add(name);
      section.forEach(line -> lines.add(INDENT + line));
    }
  }
}
