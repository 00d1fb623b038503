package io.workspacesql.api.http;

import io.workspacesql.config.Secret;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the chain. Its text form shows no secret.
 *
 * @param queryText decoded parameters for the ledger, opaque values as {@code …}; null = none
 * @param body JSON, a secret since it may hold one; null = none
 * @param credential what the request proves itself with, the bearer token or what the body holds;
 *     it is struck out of everything that the server says; null = not known yet
 * @param attempt 1 = first try
 */
public record ApiRequest(
    Endpoint endpoint,
    HttpUrl url,
    @Nullable String queryText,
    @Nullable Secret body,
    @Nullable Secret credential,
    int attempt) {

  /** A GET, not authorized yet. */
  public static ApiRequest get(Endpoint endpoint, HttpUrl url, @Nullable String queryText) {
    return new ApiRequest(endpoint, url, queryText, null, null, 1);
  }

  /** A POST of JSON that holds {@code credential}. */
  public static ApiRequest post(Endpoint endpoint, HttpUrl url, Secret body, Secret credential) {
    return new ApiRequest(endpoint, url, null, body, credential, 1);
  }

  /**
   * A write, not authorized yet.
   *
   * @param body null = none
   */
  public static ApiRequest write(
      Endpoint endpoint, HttpUrl url, @Nullable Secret body, int attempt) {
    return new ApiRequest(endpoint, url, null, body, null, attempt);
  }

  /** The same request with this bearer token. */
  public ApiRequest bearing(Secret token) {
    return new ApiRequest(endpoint, url, queryText, body, token, attempt);
  }

  /** The same request as its next attempt. */
  public ApiRequest again() {
    return after(attempt);
  }

  /** The same request as the attempt that follows this one. */
  ApiRequest after(int earlierAttempt) {
    return new ApiRequest(endpoint, url, queryText, body, credential, earlierAttempt + 1);
  }

  /** Scheme, host and port, for messages. */
  String origin() {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
