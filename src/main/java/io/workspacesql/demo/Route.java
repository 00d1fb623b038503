package io.workspacesql.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The endpoints of the simulated API. */
enum Route {
  TOKEN("POST", "/account/applications/token"),
  SCOPED_TOKEN("POST", "/account/applications/scoped-token"),
  SCOPED_INFO("GET", "/account/applications/scoped-token/info"),
  EMBEDDED_TOKEN("POST", "/embedded/scoped-token"),
  EMBEDDED_INFO("GET", "/embedded/scoped-token/info"),
  WIDGET_TOKEN("POST", "/account/applications/widget-token"),
  EMBEDDED_WIDGET("POST", "/embedded/widget-token"),
  LIST("GET", "/workspaces"),
  STATS("GET", "/workspaces/stats"),
  CONNECTORS("GET", "/integrations/connectors"),
  DEFINITIONS("GET", "/integrations/definitions/sources"),
  SOURCE_TEMPLATES("GET", "/integrations/templates/sources"),
  CONNECTION_TEMPLATES("GET", "/integrations/templates/connections"),
  TEMPLATE_TAGS("GET", "/integrations/templates/tags"),
  GET("GET", "/workspaces/{workspace_id}"),
  UPDATE("PUT", "/workspaces/{workspace_id}"),
  DELETE("DELETE", "/workspaces/{workspace_id}");

  static final String BASE_PATH = "/api/v1";

  private final String method;
  private final String template;

  Route(String method, String template) {
    this.method = method;
    this.template = template;
  }

  /** The method and the path template below the base, e.g. {@code GET /workspaces/stats}. */
  String label() {
    return method + ' ' + template;
  }

  String method() {
    return method;
  }

  String template() {
    return template;
  }

  static boolean isMethod(String text) {
    return Arrays.stream(values()).anyMatch(route -> route.method.equals(text));
  }

  /** Whether a scoped token is refused whatever it asks for. */
  boolean needsApplicationToken(Dialect dialect) {
    return switch (this) {
      case TOKEN, SCOPED_INFO, EMBEDDED_INFO, CONNECTORS -> false;
      case GET -> !dialect.ownWorkspaceShown();
      case SCOPED_TOKEN,
          EMBEDDED_TOKEN,
          WIDGET_TOKEN,
          EMBEDDED_WIDGET,
          LIST,
          STATS,
          DEFINITIONS,
          SOURCE_TEMPLATES,
          CONNECTION_TEMPLATES,
          TEMPLATE_TAGS,
          UPDATE,
          DELETE ->
          true;
    };
  }

  /** The endpoint with this method and path; a literal segment wins over a variable. */
  static Optional<Route> of(String method, List<String> path) {
    return at(path).flatMap(route -> sibling(route, method));
  }

  /** The first endpoint with this path, whatever the method. */
  static Optional<Route> at(List<String> path) {
    return Arrays.stream(values()).filter(route -> route.fits(path)).findFirst();
  }

  private static Optional<Route> sibling(Route route, String method) {
    return Arrays.stream(values())
        .filter(other -> other.template.equals(route.template) && other.method.equals(method))
        .findFirst();
  }

  /** The segments of a path that is given below the base. */
  static List<String> segments(String path) {
    return List.of((BASE_PATH + path).substring(1).split("/", -1));
  }

  private boolean fits(List<String> path) {
    List<String> segments = segments(template);
    if (path.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (!segment.startsWith("{") && !segment.equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
