package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** What tenants of an organization may connect to. */
record SourceTemplate(Definition definition, String mode, List<String> tags) {
  static final Instant CREATED = Instant.parse("2022-02-14T09:30:00Z");

  /** Those of every demo organization. */
  static final List<SourceTemplate> ALL =
      List.of(
          of("HubSpot", "REPLICATION", "crm", "sales"),
          of("Salesforce", "MULTI", "crm", "sales"),
          of("Pipedrive", "REPLICATION", "crm"),
          of("Zendesk Support", "DIRECT", "support"),
          of("Intercom", "MULTI", "support", "sales"),
          of("Freshdesk", "REPLICATION", "support"),
          of("Slack", "DIRECT", "chat"),
          of("GitHub", "DIRECT", "code"),
          of("Jira", "MULTI", "code", "support"),
          of("Notion", "DIRECT", "documents"),
          of("Google Drive", "DIRECT", "documents", "files"),
          of("Stripe", "REPLICATION", "finance"),
          of("Postgres", "REPLICATION"));

  private static SourceTemplate of(String definition, String mode, String... tags) {
    return new SourceTemplate(Definition.named(definition), mode, List.of(tags));
  }

  String id(String organizationId) {
    String source = organizationId + ":source-template:" + definition.name();
    return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString();
  }

  void write(String organizationId, DateTimeFormatter timestamps, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id(organizationId));
    json.writeStringField("name", definition.name());
    json.writeStringField("icon", definition.iconUrl());
    json.writeStringField("actor_definition_id", definition.id());
    json.writeStringField("connector_name", definition.slug());
    json.writeStringField("organization_id", organizationId);
    json.writeArrayFieldStart("tags");
    for (String tag : tags) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeNullField("customization");
    json.writeStringField("mode", mode);
    writeRuntimeMode(json);
    json.writeBooleanField("supports_context_store", !mode.equals("DIRECT"));
    json.writeStringField("created_at", timestamps.format(CREATED));
    json.writeStringField("updated_at", timestamps.format(CREATED));
    json.writeEndObject();
  }

  private void writeRuntimeMode(JsonGenerator json) throws IOException {
    switch (mode) {
      case "DIRECT" -> json.writeStringField("runtime_mode", "direct_only");
      case "MULTI" -> json.writeStringField("runtime_mode", "direct_and_context_store");
      default -> json.writeNullField("runtime_mode");
    }
  }
}
