package io.workspacesql.api.http;

import io.workspacesql.api.ApiSettings;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

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

  /**
   * The same headers with this application behind the driver's own name in the User-Agent.
   *
   * @param application null, empty or no value of a header = none
   */
  static Headers naming(@Nullable String application, Headers headers) {
    boolean isNamed = application != null && !application.isBlank() && isSafe(application);
    return headers.newBuilder().set("User-Agent", agent(isNamed ? application : null)).build();
  }

  private static String agent(ApiSettings settings) throws SQLException {
    String application = settings.applicationName();
    return agent(application == null ? null : checked("applicationName", application));
  }

  private static String agent(@Nullable String application) {
    String agent = PRODUCT + " (Java " + Runtime.version().feature() + ")";
    return application == null ? agent : agent + " " + application.strip();
  }

  private static String checked(String property, String value) throws SQLException {
    if (!isSafe(value)) {
      throw Failure.INVALID_PROPERTY.because(
          property + " goes into an HTTP header and may hold printable ASCII characters only");
    }
    return value;
  }
}
