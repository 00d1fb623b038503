package io.workspacesql.api;

import io.workspacesql.api.http.Endpoint;
import io.workspacesql.config.ApiDialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scoped token is asked for, which is how a workspace is created.
 *
 * @param regionId UUID of the region of a new workspace; null = the server's default
 * @param sourceTemplateTags sent by the dialect {@code embedded} alone; empty = not sent
 * @param connectionTemplateTags as {@code sourceTemplateTags}
 */
public record Minting(
    ApiDialect dialect,
    @Nullable String regionId,
    List<String> sourceTemplateTags,
    List<String> connectionTemplateTags) {
  /** What the body of a request for a widget token calls the name, in every dialect. */
  public static final String WIDGET_NAME_FIELD = "workspace_name";

  public Minting {
    sourceTemplateTags = List.copyOf(sourceTemplateTags);
    connectionTemplateTags = List.copyOf(connectionTemplateTags);
  }

  /** Where it is sent to, below the base URL. */
  public String path() {
    return endpoint().pathTemplate();
  }

  /** Where it is asked what a token is for, below the base URL. */
  public String infoPath() {
    return Endpoints.scopedTokenInfo(dialect).pathTemplate();
  }

  Endpoint endpoint() {
    return switch (dialect) {
      case AGENTS, ENGINE -> Endpoint.SCOPED_TOKEN;
      case EMBEDDED -> Endpoint.EMBEDDED_SCOPED_TOKEN;
    };
  }

  /** Where widget tokens are asked for, below the base URL. */
  public String widgetPath() {
    return widgetEndpoint().pathTemplate();
  }

  Endpoint widgetEndpoint() {
    return switch (dialect) {
      case AGENTS, ENGINE -> Endpoint.WIDGET_TOKEN;
      case EMBEDDED -> Endpoint.EMBEDDED_WIDGET_TOKEN;
    };
  }

  /** What the body calls the workspace's name. */
  public String nameField() {
    return switch (dialect) {
      case AGENTS -> "workspace_name";
      case ENGINE -> "external_user_id";
      case EMBEDDED -> "external_id";
    };
  }

  /** With nothing but the name. */
  public static Minting of(ApiDialect dialect) {
    return new Minting(dialect, null, List.of(), List.of());
  }
}
