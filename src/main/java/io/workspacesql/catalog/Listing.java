package io.workspacesql.catalog;

/** An endpoint that answers a GET with all its rows at once, without pages. */
public enum Listing {
  WORKSPACE_STATS("/workspaces/stats"),
  /** Of one workspace, which the request names. */
  CONNECTORS("/integrations/connectors"),
  CONNECTOR_DEFINITIONS("/integrations/definitions/sources"),
  SOURCE_TEMPLATES("/integrations/templates/sources"),
  CONNECTION_TEMPLATES("/integrations/templates/connections"),
  TEMPLATE_TAGS("/integrations/templates/tags"),
  /** In the dialect {@code embedded} another path has the same. */
  SCOPED_TOKEN_INFO("/account/applications/scoped-token/info");

  /** The path of {@link #SCOPED_TOKEN_INFO} in the dialect {@code embedded}. */
  public static final String EMBEDDED_SCOPED_TOKEN_INFO = "/embedded/scoped-token/info";

  private final String path;

  Listing(String path) {
    this.path = path;
  }

  /** Below the base URL. */
  public String path() {
    return path;
  }
}
