package io.workspacesql.config;

import io.workspacesql.error.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [http:|https:]//host[:port][/base/path]} into the base URL of a server. */
final class ServerAddress {
  static final URI DEFAULT = URI.create("https://api.airbyte.ai/api/v1");

  private static final String DEFAULT_PATH = "/api/v1";
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:(https?):)?//(\\[[^]/]*]|[^:/\\[\\]]*)(?::([^/]*))?(/.*)?");
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
  private static final Pattern DOT_SEGMENT = Pattern.compile("(.*/)?\\.{1,2}(/.*)?");

  private ServerAddress() {}

  /** Scheme and host in lower case, no default port, no trailing slash. */
  static URI parse(String text) throws SQLException {
    if (text.contains("@")) {
      throw Failure.INVALID_URL.because("a user name belongs in the property user, not before @");
    }
    Matcher parts = ADDRESS.matcher(text);
    if (!parts.matches()) {
      throw Failure.INVALID_URL.because("an address has the form https://host[:port][/base/path]");
    }
    String scheme = parts.group(1) == null ? "https" : parts.group(1).toLowerCase(Locale.ROOT);
    return base(scheme, host(parts.group(2)) + port(scheme, parts.group(3)) + path(parts.group(4)));
  }

  private static URI base(String scheme, String rest) throws SQLException {
    try {
      return new URI(scheme + "://" + rest).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw Failure.INVALID_URL.because("the host is not a valid IPv6 address");
    }
  }

  private static String host(String text) throws SQLException {
    if (!Host.isValid(text)) {
      throw Failure.INVALID_URL.because(
          "the host must be an ASCII name (xn--… for others) without a trailing dot, four decimal"
              + " numbers, or an IPv6 address in brackets");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String port(String scheme, @Nullable String text) throws SQLException {
    if (text == null) {
      return "";
    }
    if (!PORT.matcher(text).matches() || Integer.parseInt(text) > 65_535) {
      throw Failure.INVALID_URL.because("the port must be a number from 1 to 65535");
    }
    return text.equals(scheme.equals("https") ? "443" : "80") ? "" : ":" + text;
  }

  private static String path(@Nullable String text) throws SQLException {
    String path = text != null && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (path == null || path.isEmpty()) {
      return DEFAULT_PATH;
    }
    if (!PATH.matcher(path).matches() || DOT_SEGMENT.matcher(path).matches()) {
      throw Failure.INVALID_URL.because(
          "the base path may hold letters, digits and . _ ~ - between single slashes, and no . or"
              + " .. segment");
    }
    return path;
  }

  /** Whether both have the same scheme, host and port. */
  static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getHost().equals(other.getHost())
        && one.getPort() == other.getPort();
  }
}
