package io.workspacesql.api.http;

import io.workspacesql.api.ApiSettings;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import okhttp3.Headers;

/** The headers that every request carries, checked before the first one is sent. */
public final class HeaderValues {
  private static final String PRODUCT = "airbyte-workspaces-jdbc/0.1.0";
  private static final int LIMIT = 8192;

  private HeaderValues() {}

  /** Accept, User-Agent and, when the settings name an organization, X-Organization-Id. */
  public static Headers of(ApiSettings settings) throws SQLException {
    Headers.Builder headers =
        new Headers.Builder().add("Accept", "application/json").add("User-Agent", agent(settings));
    if (settings.organizationId() != null) {
      headers.add("X-Organization-Id", checked("organizationId", settings.organizationId()));
    }
    return headers.build();
  }

  /** Whether this can be the value of a header: printable ASCII, not too long. */
  public static boolean isSafe(String value) {
    return value.length() <= LIMIT && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static String agent(ApiSettings settings) throws SQLException {
    String agent = PRODUCT + " (Java " + Runtime.version().feature() + ")";
    return settings.applicationName() == null
        ? agent
        : agent + " " + checked("applicationName", settings.applicationName());
  }

  private static String checked(String property, String value) throws SQLException {
    if (!isSafe(value)) {
      throw Failure.INVALID_PROPERTY.because(
          property + " goes into an HTTP header and may hold printable ASCII characters only");
    }
    return value;
  }
}
