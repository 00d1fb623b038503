package io.workspacesql.demo;

import io.workspacesql.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The endpoints that give tokens, of which the scoped ones found tenants. */
final class TokenEndpoints {
  private static final String EXTERNAL_ID = "external_id";
  private static final String REGION = "region_id";
  private static final String WORKSPACE_NAME = "workspace_name";
  private static final String ORIGIN = "allowed_origin";

  private final String organizationId;
  private final Dialect dialect;
  private final Tokens tokens;
  private final Tenants tenants;

  TokenEndpoints(String organizationId, Dialect dialect, Tokens tokens, Tenants tenants) {
    this.organizationId = organizationId;
    this.dialect = dialect;
    this.tokens = tokens;
    this.tenants = tenants;
  }

  Reply application(@Nullable ByteString body) throws Refused {
    FlatJson fields = credentials(body);
    boolean known =
        DemoOrganization.CLIENT_ID.equals(fields.text("client_id"))
            && DemoOrganization.CLIENT_SECRET.equals(fields.text("client_secret"));
    if (!known) {
      throw Refused.unauthorized("Invalid client credentials");
    }
    return Reply.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("access_token", tokens.mint());
          json.writeStringField("token_type", "bearer");
          json.writeNumberField("expires_in", tokens.life().toSeconds());
          json.writeStringField("organization_id", organizationId);
          json.writeEndObject();
        });
  }

  private static FlatJson credentials(@Nullable ByteString body) throws Refused {
    FlatJson fields = FlatJson.body(body);
    List<Refused.Item> missing = new ArrayList<>();
    for (String key : List.of("client_id", "client_secret")) {
      if (!fields.isText(key)) {
        missing.add(Refused.Item.missing(key));
      }
    }
    if (!missing.isEmpty()) {
      throw Refused.invalid(missing);
    }
    return fields;
  }

  /** A token for the tenant of this name, founded when there is none. */
  Reply scoped(@Nullable ByteString body, TenantChanges changes) throws Refused {
    return scoped(body, dialect.nameKey().text(), changes);
  }

  /** The same by the older path, with the older key. */
  Reply embedded(@Nullable ByteString body, TenantChanges changes) throws Refused {
    return scoped(body, EXTERNAL_ID, changes);
  }

  private Reply scoped(@Nullable ByteString body, String nameKey, TenantChanges changes)
      throws Refused {
    UUID workspace = workspace(FlatJson.body(body), List.of(nameKey), changes);
    return token(tokens.mintScoped(workspace));
  }

  /** A token with which a page embeds the widget of the tenant, founded when there is none. */
  Reply widget(@Nullable ByteString body, TenantChanges changes) throws Refused {
    FlatJson fields = FlatJson.body(body);
    UUID workspace = workspace(fields, List.of(WORKSPACE_NAME, ORIGIN), changes);
    Reply content =
        Reply.json(
            200,
            json -> {
              json.writeStartObject();
              json.writeStringField("token", tokens.mintScoped(workspace));
              json.writeStringField("widgetUrl", widgetUrl(workspace, fields.text(ORIGIN)));
              json.writeEndObject();
            });
    return token(content.body().readByteString().base64Url().replace("=", ""));
  }

  private static String widgetUrl(UUID workspace, String origin) {
    return new HttpUrl.Builder()
        .scheme("https")
        .host("widget.example")
        .addQueryParameter("workspaceId", workspace.toString())
        .addQueryParameter("allowedOrigin", origin)
        .build()
        .toString();
  }

  /**
   * The tenant of a request.
   *
   * @param texts keys of texts that must be there, that of the name first
   */
  private static UUID workspace(FlatJson fields, List<String> texts, TenantChanges changes)
      throws Refused {
    List<Refused.Item> wrong =
        texts.stream().flatMap(text -> fields.wrongName(text).stream()).toList();
    if (!wrong.isEmpty()) {
      throw Refused.invalid(wrong);
    }
    if (fields.hasValue(REGION)) {
      Uuids.parse(fields.text(REGION), REGION);
    }
    return UUID.fromString(changes.named(fields.text(texts.get(0))).id());
  }

  private static Reply token(String token) {
    return Reply.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("token", token);
          json.writeEndObject();
        });
  }

  /** Whose token this is. */
  Reply info(Tokens.Scoped bearer) throws Refused {
    Workspace workspace =
        tenants
            .workspace(bearer.workspace())
            .orElseThrow(() -> Refused.of(404, "Workspace not found"));
    return Reply.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("organization_id", organizationId);
          json.writeStringField("workspace_id", workspace.id());
          if (dialect.infoNamesTenant()) {
            json.writeStringField(dialect.nameKey().text(), workspace.name());
          }
          json.writeEndObject();
        });
  }
}
