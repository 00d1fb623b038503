package io.workspacesql.catalog;

import static io.workspacesql.catalog.ColumnType.BIGINT;
import static io.workspacesql.catalog.ColumnType.BOOLEAN;
import static io.workspacesql.catalog.ColumnType.TIMESTAMP;
import static io.workspacesql.catalog.ColumnType.VARCHAR;

import java.util.List;

/** The tables around the workspaces, each from a {@link Listing}; they cannot be written. */
public final class ListedTables {
  public static final TableDefinition WORKSPACE_STATS =
      table(
          Listing.WORKSPACE_STATS,
          "workspace_stats",
          List.of(
              number("total_count", "Workspaces"),
              number("active_count", "Workspaces whose status is active"),
              number("inactive_count", "Workspaces whose status is inactive")),
          List.of(),
          List.of(),
          "Numbers of workspaces, as the API counts them; one row");

  public static final TableDefinition CONNECTOR_DEFINITIONS =
      table(
          Listing.CONNECTOR_DEFINITIONS,
          "connector_definitions",
          List.of(
              key("id", "UUID of the definition"),
              text("name", "Label of the definition"),
              text("docker_repository", "Image that carries the connector"),
              text("icon_url", "Where its icon is"),
              flag("custom", "Whether it was made for an organization"),
              text("support_level", "certified, community, archived or none")),
          List.of("id"),
          List.of(),
          "Kinds of source connectors that the platform knows");

  public static final TableDefinition CONNECTORS =
      table(
          Listing.CONNECTORS,
          "connectors",
          List.of(
              key("id", "UUID of the connector"),
              text("name", "Label of the connector"),
              key("workspace_id", "UUID of the workspace"),
              new ColumnDefinition(
                  "workspace_name", VARCHAR, 0, false, false, "Label of the workspace"),
              text("connector_name", "Kind of connector, such as zendesk-support"),
              id("source_template_id", "UUID of the source template it was made from"),
              text("source_template_name", "Label of the source template"),
              id("definition_id", "UUID of the connector definition"),
              text("mode", "DIRECT, REPLICATION or MULTI"),
              text("runtime_mode", "direct_only, context_store_only or direct_and_context_store"),
              flag("supports_context_store", "Whether its data can be indexed"),
              id("organization_id", "UUID of the organization"),
              moment("created_at"),
              moment("updated_at")),
          List.of("id"),
          List.of(
              new ForeignKey("workspace_id", "workspaces"),
              new ForeignKey("source_template_id", "source_templates"),
              new ForeignKey("definition_id", "connector_definitions")),
          "Connectors of the workspaces that the statement names; one request per workspace");

  private static final String TAGS = "JSON array of its tags, such as [\"crm\",\"sales\"]";

  public static final TableDefinition SOURCE_TEMPLATES =
      table(
          Listing.SOURCE_TEMPLATES,
          "source_templates",
          List.of(
              key("id", "UUID of the template"),
              text("name", "Label of the template"),
              id("definition_id", "UUID of the connector definition"),
              text("connector_name", "Kind of connector, such as zendesk-support"),
              text("tags", TAGS),
              text("mode", "DIRECT, REPLICATION or MULTI"),
              text("runtime_mode", "direct_only, context_store_only or direct_and_context_store"),
              flag("supports_context_store", "Whether its data can be indexed"),
              text("icon", "Where its icon is"),
              id("organization_id", "UUID of the organization"),
              moment("created_at"),
              moment("updated_at")),
          List.of("id"),
          List.of(new ForeignKey("definition_id", "connector_definitions")),
          "What tenants of the organization may connect to");

  public static final TableDefinition CONNECTION_TEMPLATES =
      table(
          Listing.CONNECTION_TEMPLATES,
          "connection_templates",
          List.of(
              key("id", "UUID of the template"),
              text("destination_name", "Label of the destination"),
              text("data_hosting_type", "airbyte_hosted or user_hosted"),
              id("destination_definition_id", "UUID of the destination's definition"),
              text("cron_expression", "When it runs; NULL: not by time"),
              text("tags", TAGS),
              text("non_breaking_changes_preference", "What becomes of a changed schema"),
              flag("sync_on_create", "Whether a new connection runs at once"),
              text("icon", "Where its icon is"),
              id("organization_id", "UUID of the organization"),
              moment("created_at"),
              moment("updated_at")),
          List.of("id"),
          List.of(),
          "Where the data of tenants goes; never the configuration, which may hold secrets");

  public static final TableDefinition TEMPLATE_TAGS =
      table(
          Listing.TEMPLATE_TAGS,
          "template_tags",
          List.of(
              key("id", "UUID of the tag"),
              text("name", "The tag"),
              id("organization_id", "UUID of the organization"),
              moment("created_at"),
              moment("updated_at")),
          List.of("id"),
          List.of(),
          "Tags of source and connection templates");

  public static final TableDefinition SCOPED_TOKEN_INFO =
      table(
          Listing.SCOPED_TOKEN_INFO,
          "scoped_token_info",
          List.of(
              key("workspace_id", "UUID of the workspace that the token is for"),
              text("workspace_name", "Label of this workspace"),
              id("organization_id", "UUID of the organization")),
          List.of(),
          List.of(new ForeignKey("workspace_id", "workspaces")),
          "What the scoped token is for that this connection was given; one row");

  private ListedTables() {}

  /** All of them, in the order of their names. */
  static List<TableDefinition> all() {
    return List.of(
        CONNECTION_TEMPLATES,
        CONNECTOR_DEFINITIONS,
        CONNECTORS,
        SCOPED_TOKEN_INFO,
        SOURCE_TEMPLATES,
        TEMPLATE_TAGS,
        WORKSPACE_STATS);
  }

  private static TableDefinition table(
      Listing listing,
      String name,
      List<ColumnDefinition> columns,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys,
      String remarks) {
    return new TableDefinition(
        Catalog.API_SCHEMA,
        name,
        TableKind.TABLE,
        columns,
        primaryKey,
        foreignKeys,
        listing,
        remarks);
  }

  private static ColumnDefinition key(String name, String remarks) {
    return new ColumnDefinition(name, VARCHAR, 36, false, false, remarks);
  }

  private static ColumnDefinition id(String name, String remarks) {
    return new ColumnDefinition(name, VARCHAR, 36, true, false, remarks);
  }

  private static ColumnDefinition text(String name, String remarks) {
    return new ColumnDefinition(name, VARCHAR, 0, true, false, remarks);
  }

  private static ColumnDefinition flag(String name, String remarks) {
    return new ColumnDefinition(name, BOOLEAN, 0, true, false, remarks);
  }

  private static ColumnDefinition moment(String name) {
    return new ColumnDefinition(
        name, TIMESTAMP, Catalog.TIMESTAMP_PRECISION, true, false, "Set by the server");
  }

  private static ColumnDefinition number(String name, String remarks) {
    return new ColumnDefinition(name, BIGINT, 0, false, false, remarks);
  }
}
