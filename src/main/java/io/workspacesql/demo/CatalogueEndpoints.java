package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The endpoints that show what tenants may connect to. */
final class CatalogueEndpoints {

  Reply definitions(HttpUrl url) {
    String name = url.queryParameter("name");
    List<Definition> shown =
        Definition.ALL.stream().filter(definition -> holds(definition.name(), name)).toList();
    return Reply.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("definitions");
          for (Definition definition : shown) {
            write(definition, json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static boolean holds(String name, @Nullable String piece) {
    return piece == null || name.toLowerCase(Locale.ROOT).contains(piece.toLowerCase(Locale.ROOT));
  }

  private static void write(Definition definition, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("sourceDefinitionId", definition.id());
    json.writeNullField("destinationDefinitionId");
    json.writeStringField("name", definition.name());
    json.writeStringField("dockerRepository", "airbyte/source-" + definition.slug());
    json.writeStringField("iconUrl", definition.iconUrl());
    json.writeBooleanField("custom", false);
    json.writeStringField("supportLevel", definition.supportLevel());
    json.writeEndObject();
  }
}
