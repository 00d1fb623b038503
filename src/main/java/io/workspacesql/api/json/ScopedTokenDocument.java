package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.workspacesql.api.Minting;
import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.config.Secret;
import io.workspacesql.model.WorkspaceId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asking for a scoped token, and what the server says of it. */
public final class ScopedTokenDocument {
  private ScopedTokenDocument() {}

  /** The body of the request for a token; it creates the workspace when the name is new. */
  public static Secret request(Minting minting, String name) {
    return RequestBody.of(
        json -> {
          json.writeStringField(minting.nameField(), name);
          if (minting.regionId() != null) {
            json.writeStringField("region_id", minting.regionId());
          }
          switch (minting.dialect()) {
            case AGENTS, ENGINE -> {}
            case EMBEDDED -> writeTags(json, minting);
          }
        });
  }

  /** The token of the answer. */
  public static Secret token(byte[] body) throws BadDocumentException {
    return JsonDocument.read(body, ScopedTokenDocument::token);
  }

  /** The answer to a question about the token. */
  public static ScopedWorkspace info(byte[] body) throws BadDocumentException {
    return JsonDocument.read(body, ScopedTokenDocument::info);
  }

  private static void writeTags(JsonGenerator json, Minting minting) throws IOException {
    writeTags(json, "selected_source_template_tags", minting.sourceTemplateTags());
    writeTags(json, "selected_connection_template_tags", minting.connectionTemplateTags());
  }

  private static void writeTags(JsonGenerator json, String field, List<String> tags)
      throws IOException {
    if (!tags.isEmpty()) {
      json.writeFieldName(field);
      json.writeArray(tags.toArray(String[]::new), 0, tags.size());
    }
  }

  private static Secret token(JsonParser parser) throws IOException, BadDocumentException {
    String token = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      if (key.equals("token")) {
        token = Fields.text(parser, key);
      } else {
        parser.skipChildren();
      }
    }
    if (token == null || token.isEmpty()) {
      throw new BadDocumentException("the text token is missing");
    }
    return Secret.of(token);
  }

  private static ScopedWorkspace info(JsonParser parser) throws IOException, BadDocumentException {
    String id = null;
    String name = null;
    String organizationId = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key) {
        case "workspace_id" -> id = Fields.text(parser, key);
        case "workspace_name", "external_user_id", "external_id" -> name = Fields.text(parser, key);
        case "organization_id" -> organizationId = Fields.text(parser, key);
        default -> parser.skipChildren();
      }
    }
    return new ScopedWorkspace(canonical(id), name, organizationId);
  }

  private static String canonical(@Nullable String id) throws BadDocumentException {
    if (id == null || !WorkspaceId.isCanonical(id)) {
      throw new BadDocumentException("workspace_id is missing or no UUID");
    }
    return id;
  }
}
