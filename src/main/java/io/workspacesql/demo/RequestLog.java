package io.workspacesql.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The last requests, as many as fit. Safe for use by several threads. */
final class RequestLog {
  private static final int CAPACITY_CHARACTERS = 1_000_000;

  private final Deque<LoggedRequest> requests = new ArrayDeque<>();
  private int characters;

  /**
   * @param route null = the request is to no endpoint
   */
  void add(@Nullable Route route, RecordedRequest request) {
    LoggedRequest logged =
        new LoggedRequest(request.getMethod(), path(request.getTarget()), body(route, request));
    synchronized (requests) {
      requests.add(logged);
      characters += logged.characters();
      while (characters > CAPACITY_CHARACTERS) {
        characters -= requests.remove().characters();
      }
    }
  }

  List<LoggedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private static String path(String target) {
    return target.startsWith(Route.BASE_PATH) ? target.substring(Route.BASE_PATH.length()) : target;
  }

  private static String body(@Nullable Route route, RecordedRequest request) {
    ByteString body = request.getBody();
    boolean shown = route != null && route != Route.TOKEN && body != null;
    return shown ? body.utf8() : "";
  }
}
