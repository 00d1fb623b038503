package io.workspacesql.demo;

import java.util.List;
import java.util.Optional;

/** The endpoints of the simulated API. */
enum Route {
  TOKEN("POST", "/account/applications/token"),
  LIST("GET", "/workspaces"),
  STATS("GET", "/workspaces/stats"),
  GET("GET", "/workspaces/{workspace_id}");

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

  boolean takes(String requestMethod) {
    return method.equals(requestMethod);
  }

  /** The endpoint with this path, whatever the method; a literal segment wins over a variable. */
  static Optional<Route> at(List<String> path) {
    for (Route route : values()) {
      if (route.fits(path)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  private boolean fits(List<String> path) {
    List<String> segments = List.of((BASE_PATH + template).substring(1).split("/", -1));
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
