package io.workspacesql.api.http;

import io.workspacesql.api.json.ErrorDocument;
import io.workspacesql.config.Secret;
import io.workspacesql.error.PrintableText;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** A complete answer of the server, of any status, its body inflated and in memory. */
public final class Answer {
  private static final int MESSAGE_LIMIT = 500;
  private static final int HEADER_LIMIT = 100;
  private static final String[] REQUEST_ID_HEADERS = {
    "X-Request-Id",
    "X-Correlation-Id",
    "X-Amzn-RequestId",
    "X-Amzn-Trace-Id",
    "X-Trace-Id",
    "CF-Ray"
  };

  private final ApiRequest request;
  private final int status;
  private final Headers headers;
  private final byte[] body;

  Answer(ApiRequest request, int status, Headers headers, byte[] body) {
    this.request = request;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  /** The body itself, not a copy. */
  public byte[] body() {
    return body;
  }

  /** What was asked. */
  public Endpoint endpoint() {
    return request.endpoint();
  }

  /** The number of the attempt, 1 = first. */
  int attempt() {
    return request.attempt();
  }

  /** Who was asked: scheme, host and port. */
  String origin() {
    return request.origin();
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The server's id of the request; null = it named none. */
  @Nullable String requestId() {
    for (String name : REQUEST_ID_HEADERS) {
      String id = header(name);
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  /** {@code Retry-After} as the server wrote it; null = none. */
  @Nullable String retryAfter() {
    return header(HiddenRetryAfter.SHOWN_AS);
  }

  /** The value of a header, fit to be printed; null = none. */
  @Nullable String header(String name) {
    String value = headers.get(name);
    return value == null ? null : PrintableText.of(withoutSecret(value), HEADER_LIMIT);
  }

  /** What the server says about a failure, fit to be printed. */
  String text() {
    String said = PrintableText.of(withoutSecret(ErrorDocument.read(body)), MESSAGE_LIMIT);
    return said.isEmpty() ? "no further text" : said;
  }

  /** The same with its request id. */
  String message() {
    String id = requestId();
    return id == null ? text() : text() + " (request id " + id + ")";
  }

  private String withoutSecret(String text) {
    Secret credential = request.credential();
    return credential == null ? text : credential.hiddenIn(text);
  }
}
