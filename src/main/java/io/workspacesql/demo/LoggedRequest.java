package io.workspacesql.demo;

/**
 * A request that a simulated organization has had. Immutable, without secrets.
 *
 * @param method in upper case
 * @param path below the base, with the query as it came
 * @param body empty when there was none, or when it may hold credentials: that of the token
 *     endpoint and of what is no endpoint
 */
public record LoggedRequest(String method, String path, String body) {
  int characters() {
    return method.length() + path.length() + body.length();
  }
}
