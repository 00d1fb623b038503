package io.workspacesql.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a script and what is known of it.
 *
 * @param prose comment lines above it, as they are
 * @param before statements run earlier on the same connection, one a line
 * @param sql the statement's lines, with those of its parameters
 * @param outcome the sections below the statement by name
 */
record Example(
    List<String> prose, List<String> before, List<String> sql, Map<String, List<String>> outcome) {
  private static final Pattern PARAMETER = Pattern.compile("-- \\?\\d+ = (.*)");
  private static final String SHAPE = "## ";

  /** The statement's text. */
  String statement() {
    return String.join("\n", sql.stream().filter(line -> !isParameter(line)).toList());
  }

  /** The values of its parameters. */
  List<Object> parameters() {
    List<Object> values = new ArrayList<>();
    for (String line : sql) {
      Matcher parameter = PARAMETER.matcher(line);
      if (parameter.matches()) {
        values.add(value(parameter.group(1)));
      }
    }
    return values;
  }

  /** The name under which the docs show it; null = they do not. */
  String shape() {
    return prose.stream()
        .filter(line -> line.startsWith(SHAPE))
        .map(line -> line.substring(SHAPE.length()))
        .findFirst()
        .orElse(null);
  }

  Example with(Map<String, List<String>> newOutcome) {
    return new Example(prose, before, sql, newOutcome);
  }

  private static boolean isParameter(String line) {
    return PARAMETER.matcher(line).matches();
  }

  private static Object value(String text) {
    if (text.startsWith("'")) {
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    return switch (text) {
      case "NULL" -> null;
      case "TRUE", "FALSE" -> Boolean.valueOf(text);
      default -> Integer.valueOf(text);
    };
  }
}
