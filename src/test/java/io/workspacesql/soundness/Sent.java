package io.workspacesql.soundness;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.workspacesql.demo.LoggedRequest;
import java.io.IOException;
import java.util.Map;

/**
 * A request that writes.
 *
 * @param body the JSON object; empty when there was no body
 */
record Sent(String method, String path, Map<String, Object> body) {
  private static final String WORKSPACE = "/workspaces/";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  static Sent put(Object id, Map<String, Object> body) {
    return new Sent("PUT", WORKSPACE + id, body);
  }

  static Sent delete(Object id) {
    return new Sent("DELETE", WORKSPACE + id, Map.of());
  }

  static Sent post(String path, Map<String, Object> body) {
    return new Sent("POST", path, body);
  }

  static Sent of(LoggedRequest request) {
    return of(request.method(), request.path(), request.body());
  }

  /**
   * @param body null or empty = none
   */
  static Sent of(String method, String path, String body) {
    boolean isEmpty = body == null || body.isEmpty();
    return new Sent(method, path, isEmpty ? Map.of() : object(body));
  }

  /** What is no JSON object, or has a key twice, equals no body. */
  private static Map<String, Object> object(String body) {
    try {
      return JSON.readValue(body, new TypeReference<>() {});
    } catch (IOException e) {
      return Map.of("no JSON object", body);
    }
  }

  /** Whether a request may change something: all but reading and asking for the driver's token. */
  static boolean writes(LoggedRequest request) {
    return !request.method().equals("GET") && !isToken(request);
  }

  static boolean isToken(LoggedRequest request) {
    return request.path().equals("/account/applications/token");
  }

  /** The id in the path. */
  String id() {
    return path.substring(WORKSPACE.length());
  }

  @Override
  public String toString() {
    return method + " " + path + (body.isEmpty() ? "" : " " + body);
  }
}
