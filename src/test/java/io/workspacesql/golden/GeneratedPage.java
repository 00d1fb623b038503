package io.workspacesql.golden;

import java.util.List;

/** The text of a page of the docs, parts of which a test makes. */
public record GeneratedPage(String text) {
  private static final String BEGIN = "<!-- generated: %s -->\n";
  private static final String END = "<!-- end -->";

  /** The page with these lines in the place of the part of this name. */
  public GeneratedPage with(String part, List<String> lines) {
    String begin = BEGIN.formatted(part);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(END, from);
    return new GeneratedPage(
        text.substring(0, from) + String.join("\n", lines) + "\n" + text.substring(to));
  }

  /** A row of a Markdown table. */
  public static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
