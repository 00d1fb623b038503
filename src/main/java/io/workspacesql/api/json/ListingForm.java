package io.workspacesql.api.json;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Listing;
import java.util.List;
import java.util.Map;

/**
 * How the answer of a listing is built, in all the versions that are known.
 *
 * @param arrays names that the array of rows may have; empty = the object is the only row
 * @param renamed where the values of a column may stand, as {@link FieldTree} has it, the newest
 *     place first; a column that is not named stands under its own name
 */
record ListingForm(List<String> arrays, Map<String, List<String>> renamed) {
  private static final ListingForm WORKSPACE_STATS =
      new ListingForm(
          List.of(),
          Map.of(
              "total_count", List.of("total_count", "total_workspaces"),
              "active_count", List.of("active_count", "active_workspaces"),
              "inactive_count", List.of("inactive_count", "inactive_workspaces")));

  private static final String TEMPLATE = "summarized_source_template.";
  private static final ListingForm CONNECTORS =
      new ListingForm(
          List.of("data"),
          Map.of(
              "source_template_id", List.of(TEMPLATE + "id"),
              "source_template_name", List.of(TEMPLATE + "name"),
              "definition_id", List.of(TEMPLATE + "actor_definition_id"),
              "connector_name", List.of(TEMPLATE + "connector_name"),
              "mode", List.of(TEMPLATE + "mode"),
              "runtime_mode", List.of(TEMPLATE + "runtime_mode"),
              "supports_context_store", List.of(TEMPLATE + "supports_context_store"),
              "organization_id", List.of(TEMPLATE + "organization_id")));

  private static final ListingForm CONNECTOR_DEFINITIONS =
      new ListingForm(
          List.of("definitions", "data"),
          Map.of(
              "id", List.of("sourceDefinitionId"),
              "docker_repository", List.of("dockerRepository"),
              "icon_url", List.of("iconUrl"),
              "support_level", List.of("supportLevel")));

  private static final ListingForm SOURCE_TEMPLATES =
      new ListingForm(List.of("data"), Map.of("definition_id", List.of("actor_definition_id")));
  private static final ListingForm SCOPED_TOKEN_INFO =
      new ListingForm(
          List.of(),
          Map.of("workspace_name", List.of("workspace_name", "external_user_id", "external_id")));
  private static final ListingForm PLAIN = new ListingForm(List.of("data"), Map.of());

  static ListingForm of(Listing listing) {
    return switch (listing) {
      case WORKSPACE_STATS -> WORKSPACE_STATS;
      case CONNECTORS -> CONNECTORS;
      case CONNECTOR_DEFINITIONS -> CONNECTOR_DEFINITIONS;
      case SOURCE_TEMPLATES -> SOURCE_TEMPLATES;
      case SCOPED_TOKEN_INFO -> SCOPED_TOKEN_INFO;
      case CONNECTION_TEMPLATES, TEMPLATE_TAGS -> PLAIN;
    };
  }

  boolean isOneRow() {
    return arrays.isEmpty();
  }

  /** Where the values of a column may stand. */
  List<String> paths(String column) {
    return renamed.getOrDefault(column, List.of(column));
  }

  FieldTree fields(List<ColumnDefinition> columns) {
    FieldTree tree = new FieldTree();
    for (int i = 0; i < columns.size(); i++) {
      for (String path : paths(columns.get(i).name())) {
        tree.add(path, columns.get(i), i);
      }
    }
    return tree;
  }
}
