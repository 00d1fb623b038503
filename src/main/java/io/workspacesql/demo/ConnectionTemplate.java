package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of tenants of an organization goes.
 *
 * @param definition of the destination; null = hosted by the platform
 */
record ConnectionTemplate(
    String destinationName,
    @Nullable Definition definition,
    @Nullable String cron,
    List<String> tags) {

  /** Those of every demo organization. */
  static final List<ConnectionTemplate> ALL =
      List.of(
          new ConnectionTemplate("Context Store", null, null, List.of("default")),
          new ConnectionTemplate("Lake", Definition.named("S3"), "0 0 4 * * ?", List.of("lake")),
          new ConnectionTemplate(
              "Warehouse",
              Definition.named("BigQuery"),
              "0 30 * * * ?",
              List.of("warehouse", "default")));

  void write(String organizationId, String created, JsonGenerator json) throws IOException {
    String source = organizationId + ":connection-template:" + destinationName;
    UUID id = UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8));
    json.writeStartObject();
    json.writeStringField("id", id.toString());
    json.writeStringField("organization_id", organizationId);
    json.writeStringField("destination_name", destinationName);
    json.writeNullField("icon");
    json.writeStringField(
        "data_hosting_type", definition == null ? "airbyte_hosted" : "user_hosted");
    json.writeStringField("cron_expression", cron);
    json.writeArrayFieldStart("tags");
    for (String tag : tags) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField("created_at", created);
    json.writeStringField("updated_at", created);
    if (definition != null) {
      writeDestination(definition, json);
    }
    json.writeEndObject();
  }

  /** With a password, as the real one may hold: no client should show it. */
  private static void writeDestination(Definition definition, JsonGenerator json)
      throws IOException {
    json.writeStringField("destination_definition_id", definition.id());
    json.writeObjectFieldStart("destination_config");
    json.writeStringField("password", "demo-destination-password");
    json.writeEndObject();
    json.writeStringField("non_breaking_changes_preference", "propagate_columns");
    json.writeBooleanField("sync_on_create", true);
  }
}
