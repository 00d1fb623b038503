package io.workspacesql.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a connection needs to know, checked and complete. Immutable; its text form shows no
 * secret.
 *
 * @param credentials null only for a demo target without explicit credentials
 * @param queryTimeout {@link Duration#ZERO} = none
 * @param notices what the user should hear as an SQLWarning, such as an unknown property name
 */
public record ConnectionSettings(
    Target target,
    @Nullable Credentials credentials,
    @Nullable String organizationId,
    boolean readOnly,
    CountFromStats countFromStats,
    ZoneId timeZone,
    int pageSize,
    int prefetchPages,
    int maxConcurrentRequests,
    Duration connectTimeout,
    Duration readTimeout,
    Duration queryTimeout,
    boolean strictPaging,
    Network network,
    @Nullable String applicationName,
    List<String> notices) {

  public ConnectionSettings {
    notices = List.copyOf(notices);
  }

  /**
   * Proxy and trust.
   *
   * @param proxyHost null = the JVM's default
   * @param trustStore path of a key store whose certificates are trusted besides the JVM's; null =
   *     none
   */
  public record Network(
      @Nullable String proxyHost,
      int proxyPort,
      @Nullable String proxyUser,
      @Nullable Secret proxyPassword,
      @Nullable String trustStore,
      @Nullable Secret trustStorePassword,
      @Nullable String trustStoreType) {
    public static final Network DIRECT = new Network(null, 0, null, null, null, null, null);
  }
}
