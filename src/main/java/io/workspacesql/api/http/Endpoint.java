package io.workspacesql.api.http;

import io.workspacesql.catalog.Listing;

/** The endpoints that the driver calls, each with its path below the base. */
public enum Endpoint {
  /** Client id and secret become a token; the only one without a bearer. */
  TOKEN("POST", "/account/applications/token"),
  LIST("GET", "/workspaces"),
  WORKSPACE("GET", "/workspaces/{id}"),
  STATS("GET", Listing.WORKSPACE_STATS.path()),
  CONNECTORS("GET", Listing.CONNECTORS.path()),
  CONNECTOR_DEFINITIONS("GET", Listing.CONNECTOR_DEFINITIONS.path()),
  SOURCE_TEMPLATES("GET", Listing.SOURCE_TEMPLATES.path()),
  CONNECTION_TEMPLATES("GET", Listing.CONNECTION_TEMPLATES.path()),
  TEMPLATE_TAGS("GET", Listing.TEMPLATE_TAGS.path()),
  UPDATE("PUT", "/workspaces/{id}"),
  DELETE("DELETE", "/workspaces/{id}"),
  SCOPED_TOKEN("POST", "/account/applications/scoped-token"),
  SCOPED_TOKEN_INFO("GET", Listing.SCOPED_TOKEN_INFO.path()),
  EMBEDDED_SCOPED_TOKEN("POST", "/embedded/scoped-token"),
  EMBEDDED_SCOPED_TOKEN_INFO("GET", Listing.EMBEDDED_SCOPED_TOKEN_INFO),
  WIDGET_TOKEN("POST", "/account/applications/widget-token"),
  EMBEDDED_WIDGET_TOKEN("POST", "/embedded/widget-token");

  private final String method;
  private final String pathTemplate;

  Endpoint(String method, String pathTemplate) {
    this.method = method;
    this.pathTemplate = pathTemplate;
  }

  public String method() {
    return method;
  }

  /** Below the base, ids as placeholders. */
  public String pathTemplate() {
    return pathTemplate;
  }

  /** Whether a 404 says that there is no such thing, rather than that something is wrong. */
  boolean mayBeMissing() {
    return this == WORKSPACE || this == CONNECTORS || this == UPDATE || this == DELETE;
  }

  /** Whether the request may change something. */
  boolean isWrite() {
    return this != TOKEN && !method.equals("GET");
  }

  /** Whether the request needs a bearer token. */
  boolean needsBearer() {
    return this != TOKEN;
  }

  /** For messages, such as {@code GET /workspaces}. */
  @Override
  public String toString() {
    return method + " " + pathTemplate;
  }
}
