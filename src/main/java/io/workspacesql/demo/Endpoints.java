package io.workspacesql.demo;

import io.workspacesql.model.WorkspaceId;
import io.workspacesql.model.WorkspaceStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Answers requests as the API would. Safe for use by several threads. */
final class Endpoints {
  private static final String ORGANIZATION_HEADER = "X-Organization-Id";
  private static final String BEARER = "Bearer ";

  private final String organizationId;
  private final Dialect dialect;
  private final Tokens tokens;
  private final Tenants tenants;
  private final Cursors cursors;
  private final PageJson pages;
  private final WorkspaceJson workspaces;

  Endpoints(String organizationId, DemoOptions options) {
    this.organizationId = organizationId;
    this.dialect = options.dialect();
    this.tokens = new Tokens(options.clock(), options.tokenLife());
    this.tenants =
        new Tenants(
            options.workspaces(),
            new Seed(options.seed()),
            organizationId,
            dialect.tombstoneEvery());
    this.cursors = new Cursors(tenants, dialect);
    this.pages = new PageJson(tenants, dialect);
    this.workspaces = new WorkspaceJson(dialect);
  }

  /**
   * @param route null = there is no such path
   */
  Reply answer(@Nullable Route route, RecordedRequest request) {
    try {
      if (route == null) {
        throw Refused.of(404, "Not Found");
      }
      if (!route.takes(request.getMethod())) {
        throw Refused.of(405, "Method Not Allowed");
      }
      return answerKnown(route, request);
    } catch (Refused refused) {
      return ErrorBody.of(refused, dialect.errors());
    }
  }

  private Reply answerKnown(Route route, RecordedRequest request) throws Refused {
    if (route == Route.TOKEN) {
      return token(request.getBody());
    }
    authorize(request);
    checkOrganization(request.getHeaders().get(ORGANIZATION_HEADER));
    return switch (route) {
      case TOKEN -> throw new IllegalStateException("answered above");
      case LIST -> list(request.getUrl());
      case STATS -> stats();
      case GET -> get(request.getUrl());
    };
  }

  private Reply token(@Nullable ByteString body) throws Refused {
    Map<String, String> fields = credentials(body);
    boolean known =
        DemoOrganization.CLIENT_ID.equals(fields.get("client_id"))
            && DemoOrganization.CLIENT_SECRET.equals(fields.get("client_secret"));
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

  private static Map<String, String> credentials(@Nullable ByteString body) throws Refused {
    Optional<Map<String, String>> fields =
        body == null ? Optional.empty() : FlatJson.parse(body.toByteArray());
    if (fields.isEmpty()) {
      throw Refused.invalid("body", "Input should be a JSON object", "json_invalid");
    }
    List<Refused.Item> missing = new ArrayList<>();
    for (String key : List.of("client_id", "client_secret")) {
      if (!fields.get().containsKey(key)) {
        missing.add(new Refused.Item(key, "Field required", "missing"));
      }
    }
    if (!missing.isEmpty()) {
      throw Refused.invalid(missing);
    }
    return fields.get();
  }

  private void authorize(RecordedRequest request) throws Refused {
    String header = request.getHeaders().get("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Refused.unauthorized("Missing bearer token");
    }
    if (!tokens.accepts(header.substring(BEARER.length()))) {
      throw Refused.unauthorized("Invalid or expired token");
    }
  }

  private void checkOrganization(@Nullable String header) throws Refused {
    if (header == null) {
      if (dialect.organizationHeaderRequired()) {
        throw Refused.of(400, "Several organizations: specify target organization");
      }
      return;
    }
    if (!uuid(header, ORGANIZATION_HEADER).toString().equals(organizationId)) {
      throw Refused.of(403, "Not a member of this organization");
    }
  }

  private Reply list(HttpUrl url) throws Refused {
    ListRequest query = ListRequest.parse(url);
    int limit = Math.min(query.limit(), dialect.pageCap());
    String text = query.nameContains();
    Predicate<String> name = text == null ? any -> true : dialect.nameMatch().containing(text);
    Tenants.Found page = tenants.list(query.status(), name, cursors.start(query.cursor()), limit);
    String cursor = nextCursor(page);
    return Reply.json(200, json -> pages.write(page, url, query.limit(), cursor, json));
  }

  private @Nullable String nextCursor(Tenants.Found page) {
    if (page.next().isEmpty()) {
      return null;
    }
    List<Integer> shown = page.tenants();
    return cursors.behind(shown.get(shown.size() - 1), page.next().getAsInt());
  }

  private Reply get(HttpUrl url) throws Refused {
    List<String> path = url.pathSegments();
    UUID id = uuid(path.get(path.size() - 1), "workspace_id");
    OptionalInt tenant = tenants.find(id);
    if (tenant.isEmpty()) {
      throw Refused.of(404, "Workspace not found");
    }
    return Reply.json(200, json -> workspaces.write(tenants.workspace(tenant.getAsInt()), json));
  }

  private static UUID uuid(String text, String field) throws Refused {
    String canonical = text.toLowerCase(Locale.ROOT);
    if (!WorkspaceId.isCanonical(canonical)) {
      throw Refused.invalid(field, "Input should be a valid UUID", "uuid_parsing");
    }
    return UUID.fromString(canonical);
  }

  private Reply stats() {
    WorkspaceStats stats = tenants.stats();
    return Reply.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberField("active_count", stats.active());
          json.writeNumberField("inactive_count", stats.inactive());
          json.writeNumberField("total_count", stats.total());
          json.writeEndObject();
        });
  }
}
