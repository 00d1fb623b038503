package io.workspacesql.config;

import io.workspacesql.error.Failure;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the process around the driver says: credentials in environment variables, limits in system
 * properties. Immutable; its text form shows no secret.
 *
 * @param clientId AIRBYTE_CLIENT_ID
 * @param clientSecret AIRBYTE_CLIENT_SECRET
 * @param organizationId AIRBYTE_ORGANIZATION_ID, which goes with these credentials only
 * @param apiUrl AIRBYTE_AGENTS_API_URL: its origin may get these credentials too
 * @param hosts of io.workspacesql.hosts in lower case: all others are refused; null = no limit
 * @param filesDenied io.workspacesql.files is set to anything but {@code allow}
 */
public record Environment(
    @Nullable String clientId,
    @Nullable Secret clientSecret,
    @Nullable String organizationId,
    @Nullable String apiUrl,
    @Nullable Set<String> hosts,
    boolean filesDenied) {

  /** The environment of this JVM as it is now. */
  public static Environment ofProcess() {
    return from(System::getenv, System::getProperty);
  }

  /** An environment from look-ups by name, each of which may answer null. */
  public static Environment from(
      Function<String, @Nullable String> variable,
      Function<String, @Nullable String> systemProperty) {
    String secret = nonEmpty(variable.apply("AIRBYTE_CLIENT_SECRET"));
    String hosts = systemProperty.apply("io.workspacesql.hosts");
    String files = systemProperty.apply("io.workspacesql.files");
    return new Environment(
        nonEmpty(variable.apply("AIRBYTE_CLIENT_ID")),
        secret == null ? null : Secret.of(secret),
        nonEmpty(variable.apply("AIRBYTE_ORGANIZATION_ID")),
        nonEmpty(variable.apply("AIRBYTE_AGENTS_API_URL")),
        hosts == null ? null : hostSet(hosts),
        files != null && !files.strip().equalsIgnoreCase("allow"));
  }

  private static @Nullable String nonEmpty(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Set<String> hostSet(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether there are credentials here. */
  boolean hasCredentials() {
    return clientId != null && clientSecret != null;
  }

  /** Whether the credentials here may be sent to this server. */
  boolean mayAuthenticateAt(URI base) throws SQLException {
    return ServerAddress.sameOrigin(base, ServerAddress.DEFAULT)
        || (apiUrl != null && ServerAddress.sameOrigin(base, ServerAddress.parse(apiUrl)));
  }

  /** Refuses what the application that runs the driver does not allow: hosts, files. */
  void check(Target target, PropertyValues values) throws SQLException {
    if (target instanceof Target.Server server) {
      checkHost(server.base().getHost());
    }
    String proxyHost = values.find(ConnectionProperty.PROXY_HOST);
    if (proxyHost != null) {
      checkHost(proxyHost);
    }
    if (filesDenied) {
      values.refuseFiles();
    }
  }

  private void checkHost(String host) throws SQLException {
    if (hosts != null && !hosts.contains(host)) {
      throw Failure.HOST_NOT_ALLOWED.because(
          "This application does not allow the driver to connect to "
              + host
              + " (system property io.workspacesql.hosts)");
    }
  }
}
