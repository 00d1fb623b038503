package io.workspacesql.config;

import java.util.stream.Collectors;

/** The registry as the Markdown table of the docs. */
final class PropertyTable {
  private static final String HEAD =
      "| property | default | must be | in the URL | meaning |\n| --- | --- | --- | --- | --- |\n";

  private PropertyTable() {}

  static String markdown() {
    return ConnectionProperty.all().stream()
        .map(PropertyTable::row)
        .collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private static String row(ConnectionProperty<?> property) {
    return String.join(
        " | ",
        "| `" + property.name() + "`",
        property.defaultText() == null ? "–" : "`" + property.defaultText() + "`",
        property.form(),
        inUrl(property),
        property.description().replace("*", "\\*") + " |");
  }

  private static String inUrl(ConnectionProperty<?> property) {
    if (!property.isAllowedInUrl()) {
      return "no";
    }
    return property.isSecret() ? "with a warning" : "yes";
  }
}
