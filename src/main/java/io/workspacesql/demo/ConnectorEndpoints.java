package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.workspacesql.model.Workspace;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The endpoint that shows the connectors of one tenant. */
final class ConnectorEndpoints {
  private static final String WORKSPACE_ID = "workspace_id";
  private static final String DEFINITION_ID = "definition_id";

  private final Tenants tenants;
  private final Seed seed;
  private final DateTimeFormatter timestamps;

  ConnectorEndpoints(Tenants tenants, Seed seed, Dialect dialect) {
    this.tenants = tenants;
    this.seed = seed;
    this.timestamps = WorkspaceJson.timestamps(dialect.fractionDigits());
  }

  Reply list(HttpUrl url, Tokens.Bearer bearer) throws Refused {
    String definitionText = url.queryParameter(DEFINITION_ID);
    UUID definition = definitionText == null ? null : Uuids.parse(definitionText, DEFINITION_ID);
    Optional<Workspace> asked = asked(url);
    bearer.check(asked.map(tenant -> UUID.fromString(tenant.id())));
    Workspace workspace = asked.orElseThrow(() -> Refused.of(404, "Workspace not found"));
    int tenant = tenants.numberOf(UUID.fromString(workspace.id())).orElseThrow();
    List<Connector> connectors = Connector.of(workspace, tenant, seed);
    return Reply.json(200, json -> write(connectors, definition, workspace, json));
  }

  /** By id, or by name under one of the names that the parameter has had. */
  private Optional<Workspace> asked(HttpUrl url) throws Refused {
    String id = url.queryParameter(WORKSPACE_ID);
    if (id != null) {
      return tenants.writable(Uuids.parse(id, WORKSPACE_ID));
    }
    String name =
        Stream.of("workspace_name", "customer_name", "external_user_id")
            .map(url::queryParameter)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> Refused.invalid(List.of(Refused.Item.missing(WORKSPACE_ID))));
    return tenants.find(name);
  }

  private void write(
      List<Connector> connectors,
      @Nullable UUID definition,
      Workspace workspace,
      JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("data");
    for (Connector connector : connectors) {
      String kind = connector.template().definition().id();
      if (definition == null || kind.equals(definition.toString())) {
        write(connector, workspace, json);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Connector connector, Workspace workspace, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", connector.id().toString());
    json.writeStringField("name", connector.name());
    json.writeStringField("created_at", timestamps.format(connector.created()));
    json.writeStringField("updated_at", timestamps.format(connector.created()));
    json.writeFieldName("summarized_source_template");
    connector
        .template()
        .write(Objects.requireNonNull(workspace.organizationId()), timestamps, json);
    json.writeEndObject();
  }
}
