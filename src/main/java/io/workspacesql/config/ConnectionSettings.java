package io.workspacesql.config;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Everything a connection needs to know, checked and complete. Immutable; its text form shows no
 * secret.
 *
 * @param credentials null only for a demo target without explicit credentials
 * @param queryTimeout {@link Duration#ZERO} = none
 * @param notices what the user should hear as an SQLWarning, such as an unknown property name
 * @param properties every property of the registry with what is in force, secrets as {@code ***}
 */
public record ConnectionSettings(
    Target target,
    @Nullable Credentials credentials,
    @Nullable String organizationId,
    ApiDialect apiDialect,
    NewWorkspaces newWorkspaces,
    boolean readOnly,
    Writes writes,
    CountFromStats countFromStats,
    ZoneId timeZone,
    int pageSize,
    int prefetchPages,
    int maxConcurrentRequests,
    Limits limits,
    Retries retries,
    Duration connectTimeout,
    Duration readTimeout,
    Duration queryTimeout,
    boolean strictPaging,
    Network network,
    @Nullable String applicationName,
    List<String> notices,
    List<PropertySetting> properties) {

  public ConnectionSettings {
    notices = List.copyOf(notices);
    properties = List.copyOf(properties);
  }

  /** Whether the URL is for this driver; nothing else about it is checked. */
  public static boolean accepts(String url) {
    return JdbcUrl.isOurs(url);
  }

  /**
   * What URL and properties say together, before anything is looked up: for tools that ask which
   * properties there are.
   *
   * @throws SQLException 08001 for the URL's parameters or a property
   */
  public static List<PropertySetting> propertiesOf(String url, Properties properties)
      throws SQLException {
    return PropertyValues.of(JdbcUrl.parse(url).parameters(), properties).settings();
  }

  /**
   * Reads and checks everything; sends nothing. No message shows a secret.
   *
   * @throws SQLException 08001 for the URL or a property, 08004 for a host that the application
   *     does not allow, 28000 without credentials
   */
  public static ConnectionSettings from(String url, Properties properties, Environment environment)
      throws SQLException {
    JdbcUrl jdbcUrl = JdbcUrl.parse(url);
    PropertyValues values = PropertyValues.of(jdbcUrl.parameters(), properties);
    Target target = jdbcUrl.target(values);
    environment.check(target, values);
    Credentials credentials = CredentialSources.resolve(values, target, environment);
    return new ConnectionSettings(
        target,
        credentials,
        values.find(ConnectionProperty.ORGANIZATION_ID),
        values.get(ConnectionProperty.API_DIALECT),
        NewWorkspaces.from(values),
        values.get(ConnectionProperty.READ_ONLY),
        Writes.from(values),
        values.get(ConnectionProperty.COUNT_FROM_STATS),
        values.get(ConnectionProperty.TIME_ZONE),
        values.get(ConnectionProperty.PAGE_SIZE),
        values.get(ConnectionProperty.PREFETCH_PAGES),
        values.get(ConnectionProperty.MAX_CONCURRENT_REQUESTS),
        Limits.from(values),
        Retries.from(values),
        values.get(ConnectionProperty.CONNECT_TIMEOUT),
        values.get(ConnectionProperty.READ_TIMEOUT),
        values.get(ConnectionProperty.QUERY_TIMEOUT),
        values.get(ConnectionProperty.STRICT_PAGING),
        Network.from(values),
        values.find(ConnectionProperty.APPLICATION_NAME),
        values.notices(),
        values.settings());
  }

  /** The URL for {@code DatabaseMetaData.getURL}: where to, without credentials and properties. */
  public String redactedUrl() {
    return target.jdbcUrl();
  }

  /**
   * What INSERT gives a workspace besides its columns.
   *
   * @param regionId UUID; null = the server's default
   * @param sourceTemplateTags not empty in the dialect {@code embedded} alone
   * @param connectionTemplateTags as {@code sourceTemplateTags}
   */
  public record NewWorkspaces(
      @Nullable String regionId,
      List<String> sourceTemplateTags,
      List<String> connectionTemplateTags) {
    public NewWorkspaces {
      sourceTemplateTags = List.copyOf(sourceTemplateTags);
      connectionTemplateTags = List.copyOf(connectionTemplateTags);
    }

    static NewWorkspaces from(PropertyValues values) throws SQLException {
      return new NewWorkspaces(
          values.find(ConnectionProperty.REGION),
          tags(values, ConnectionProperty.SELECTED_SOURCE_TEMPLATE_TAGS),
          tags(values, ConnectionProperty.SELECTED_CONNECTION_TEMPLATE_TAGS));
    }

    private static List<String> tags(
        PropertyValues values, ConnectionProperty<List<String>> property) throws SQLException {
      List<String> tags = values.find(property);
      if (tags == null) {
        return List.of();
      }
      ApiDialect dialect = values.get(ConnectionProperty.API_DIALECT);
      if (dialect != ApiDialect.EMBEDDED) {
        throw Failure.INVALID_PROPERTY.because(
            property
                + " is for apiDialect=embedded only: the dialect "
                + dialect.name().toLowerCase(Locale.ROOT)
                + " has no template tags");
      }
      return tags;
    }
  }

  /**
   * What a write may do.
   *
   * @param safeUpdates refuse an UPDATE or DELETE without WHERE
   * @param maxAffectedRows most rows of one write; 0 = no limit
   * @param dryRun writes send nothing but reads
   * @param writeConcurrency requests in flight at once of one write, at least 1
   * @param tokenFunctions whether a query may mint tokens
   */
  public record Writes(
      boolean safeUpdates,
      int maxAffectedRows,
      boolean dryRun,
      int writeConcurrency,
      boolean tokenFunctions) {

    /** Without token functions. */
    public Writes(boolean safeUpdates, int maxAffectedRows, boolean dryRun, int writeConcurrency) {
      this(safeUpdates, maxAffectedRows, dryRun, writeConcurrency, false);
    }

    static Writes from(PropertyValues values) throws SQLException {
      return new Writes(
          values.get(ConnectionProperty.SAFE_UPDATES),
          values.get(ConnectionProperty.MAX_AFFECTED_ROWS),
          values.get(ConnectionProperty.DRY_RUN),
          values.get(ConnectionProperty.WRITE_CONCURRENCY),
          values.get(ConnectionProperty.ALLOW_TOKEN_FUNCTIONS));
    }
  }

  /**
   * What the driver keeps to for the server's sake.
   *
   * @param perSecond requests of a connection that begin within any second; 0 = no limit
   * @param perStatement requests of one execution; 0 = no limit
   * @param fanOut requests of a statement that needs one per workspace and names none; 0 = refuse
   */
  public record Limits(int perSecond, int perStatement, int fanOut) {

    static Limits from(PropertyValues values) throws SQLException {
      return new Limits(
          values.get(ConnectionProperty.MAX_REQUESTS_PER_SECOND),
          values.get(ConnectionProperty.MAX_REQUESTS_PER_STATEMENT),
          values.get(ConnectionProperty.ALLOW_FAN_OUT));
    }
  }

  /**
   * How often and how late a request is tried again.
   *
   * @param most after the first attempt; 0 = never
   * @param longestDelay that the driver chooses by itself before a retry
   */
  public record Retries(int most, Duration longestDelay) {

    static Retries from(PropertyValues values) throws SQLException {
      return new Retries(
          values.get(ConnectionProperty.MAX_RETRIES),
          values.get(ConnectionProperty.RETRY_MAX_DELAY));
    }
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

    static Network from(PropertyValues values) throws SQLException {
      return new Network(
          values.find(ConnectionProperty.PROXY_HOST),
          values.get(ConnectionProperty.PROXY_PORT),
          values.find(ConnectionProperty.PROXY_USER),
          values.find(ConnectionProperty.PROXY_PASSWORD),
          values.find(ConnectionProperty.TRUST_STORE),
          values.find(ConnectionProperty.TRUST_STORE_PASSWORD),
          values.find(ConnectionProperty.TRUST_STORE_TYPE));
    }
  }
}
