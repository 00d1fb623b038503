package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.workspacesql.demo.Dialect.DeletionForm;
import io.workspacesql.demo.Dialect.ObjectForm;
import io.workspacesql.model.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes workspaces with the keys and timestamps of a dialect. */
final class WorkspaceJson {
  private final ObjectForm form;
  private final DeletionForm deletion;
  private final DateTimeFormatter timestamps;

  WorkspaceJson(Dialect dialect) {
    this.form = dialect.object();
    this.deletion = dialect.deletion();
    this.timestamps = timestamps(dialect.fractionDigits());
  }

  void write(Workspace workspace, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", workspace.id());
    json.writeStringField("name", workspace.name());
    json.writeStringField("organization_id", workspace.organizationId());
    json.writeStringField("status", workspace.status().text());
    json.writeStringField("created_at", text(workspace.createdAt()));
    json.writeStringField("updated_at", text(workspace.updatedAt()));
    if (form != ObjectForm.SIX_KEYS) {
      writeNewerKeys(workspace, json);
    }
    if (form == ObjectForm.EXTRA_KEYS) {
      writeUnknownKeys(json);
    }
    json.writeEndObject();
  }

  /** The answer to a deletion. */
  void writeDeletion(UUID id, Instant time, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (deletion == DeletionForm.DELETED_TRUE) {
      json.writeStringField("workspace_id", id.toString());
      json.writeBooleanField("deleted", true);
    } else {
      json.writeStringField("id", id.toString());
      json.writeStringField("deleted_at", text(time));
    }
    json.writeEndObject();
  }

  private static void writeNewerKeys(Workspace workspace, JsonGenerator json) throws IOException {
    writeBoolean("cache_enabled", workspace.cacheEnabled(), json);
    json.writeBooleanField("tombstone", workspace.tombstone());
    json.writeStringField("visibility", workspace.visibility());
    json.writeStringField("color", workspace.color());
  }

  private static void writeUnknownKeys(JsonGenerator json) throws IOException {
    json.writeNumberField("connector_count", 3);
    json.writeObjectFieldStart("settings");
    json.writeArrayFieldStart("id");
    json.writeStartObject();
    json.writeStringField("name", "nested");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeBoolean(String key, @Nullable Boolean value, JsonGenerator json)
      throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeBooleanField(key, value);
    }
  }

  private String text(Instant instant) {
    return timestamps.format(instant);
  }

  static DateTimeFormatter timestamps(int digits) {
    DateTimeFormatterBuilder format =
        new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss");
    if (digits > 0) {
      format.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true);
    }
    return format.appendLiteral('Z').toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
