package io.workspacesql.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL text cut at its semicolons, those in quotes and comments aside. What is no statement at all
 * (blanks, comments) is left out.
 */
final class Script {
  private final String text;
  private final List<String> statements = new ArrayList<>();
  private int start;
  private boolean hasContent;

  private Script(String text) {
    this.text = text;
  }

  /** The statements of a text, without their semicolons. */
  static List<String> statementsOf(String text) {
    Script script = new Script(text);
    script.cut();
    return List.copyOf(script.statements);
  }

  private void cut() {
    int position = 0;
    while (position < text.length()) {
      position = step(position);
    }
    endStatement(text.length());
  }

  private int step(int position) {
    char c = text.charAt(position);
    if (text.startsWith("--", position)) {
      return after("\n", position);
    }
    if (text.startsWith("/*", position)) {
      return after("*/", position + 2);
    }
    if (c == ';') {
      endStatement(position);
      return position + 1;
    }
    hasContent |= !Character.isWhitespace(c);
    // A doubled quote closes and opens again: the same.
    return c == '\'' || c == '"' ? after(String.valueOf(c), position + 1) : position + 1;
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private void endStatement(int end) {
    if (hasContent) {
      statements.add(text.substring(start, end).strip());
    }
    hasContent = false;
    start = end + 1;
  }
}
