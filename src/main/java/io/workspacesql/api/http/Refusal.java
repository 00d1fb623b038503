package io.workspacesql.api.http;

import io.workspacesql.error.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an answer outside class 2xx means. */
final class Refusal {
  /** The API's text when credentials belong to several organizations and no header names one. */
  private static final String ORGANIZATION_WANTED = "specify target organization";

  private Refusal() {}

  /**
   * The failure.
   *
   * @param remark goes behind the server's words
   */
  static SQLException of(Answer answer, String remark) {
    String message = sentence(answer.message()) + retryAfter(answer) + remark;
    if (answer.status() == 400 && message.toLowerCase(Locale.ROOT).contains(ORGANIZATION_WANTED)) {
      return Failure.INVALID_PROPERTY.because(
          "the credentials belong to several organizations, set organizationId; the server says: "
              + message);
    }
    return answer.endpoint() == Endpoint.TOKEN
        ? ofToken(answer, message)
        : ofStatus(answer, message);
  }

  /** A token request holds nothing but credentials: whatever it is refused for, it is for them. */
  private static SQLException ofToken(Answer answer, String message) {
    return switch (answer.status()) {
      case 400, 401, 403, 422 -> Failure.CREDENTIALS_REFUSED.because(message);
      default -> ofStatus(answer, message);
    };
  }

  private static SQLException ofStatus(Answer answer, String message) {
    Endpoint endpoint = answer.endpoint();
    int status = answer.status();
    return switch (status) {
      case 400, 422 ->
          Failure.INVALID_PARAMETER.because(
              "The server refuses " + endpoint + ": " + message + pageSizeHint(endpoint, message));
      case 401 -> Failure.CREDENTIALS_REFUSED.because(message);
      case 403 -> Failure.FORBIDDEN.because(endpoint, message);
      case 404 ->
          Failure.BAD_ANSWER.because(
              endpoint, "status 404, is the URL's base path right? The server says: " + message);
      case 407 ->
          Failure.CANNOT_CONNECT.because(
              answer.origin(), "the proxy wants proxyUser and proxyPassword");
      case 408 -> Failure.SERVER_UNAVAILABLE.because(status, endpoint, message);
      case 429 -> Failure.RATE_LIMITED.because(message);
      default -> ofClass(answer, message);
    };
  }

  private static String pageSizeHint(Endpoint endpoint, String message) {
    return endpoint == Endpoint.LIST && message.toLowerCase(Locale.ROOT).contains("limit")
        ? "; where it allows fewer rows a page, set pageSize to as many"
        : "";
  }

  private static SQLException ofClass(Answer answer, String message) {
    Endpoint endpoint = answer.endpoint();
    return switch (answer.status() / 100) {
      case 3 -> Failure.BAD_ANSWER.because(endpoint, redirect(answer));
      case 5 -> Failure.SERVER_UNAVAILABLE.because(answer.status(), endpoint, message);
      default -> Failure.BAD_ANSWER.because(endpoint, "status " + answer.status() + ": " + message);
    };
  }

  private static String retryAfter(Answer answer) {
    String value = answer.retryAfter();
    return value == null ? "" : "; Retry-After: " + value;
  }

  static String redirect(Answer answer) {
    String target = address(answer.header("Location"));
    return "status "
        + answer.status()
        + ", a redirect"
        + (target == null ? "" : " to " + target)
        + "; the driver follows none, put the final address into the connection URL";
  }

  /** Scheme, host and path alone: the rest of a redirect's target may hold a secret. */
  private static @Nullable String address(@Nullable String location) {
    try {
      URI uri = new URI(location == null ? "" : location);
      String host = uri.getHost();
      return host == null ? null : uri.getScheme() + "://" + host + uri.getRawPath();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Without a full stop at the end: the failure's text has its own. */
  private static String sentence(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
