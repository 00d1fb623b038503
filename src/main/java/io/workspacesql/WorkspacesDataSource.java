package io.workspacesql;

import io.workspacesql.config.ConnectionProperty;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.config.Environment;
import io.workspacesql.error.Failure;
import io.workspacesql.jdbc.ConnectionFactory;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source without a pool: each call opens a connection. A bean for pools and frameworks, with
 * a setter for the URL and for every connection property; there are no getters, so that nothing
 * reads a secret back. Values are checked when a connection is opened. Safe for use by several
 * threads once it is set up.
 */
public final class WorkspacesDataSource implements DataSource {
  private final Properties properties = new Properties();
  private String url = "jdbc:airbyte:";
  private @Nullable PrintWriter logWriter;
  private int loginTimeout;

  @Override
  public Connection getConnection() throws SQLException {
    return ConnectionFactory.connect(settings(properties));
  }

  /** The same with this login in place of the one that was set. */
  @Override
  public Connection getConnection(@Nullable String username, @Nullable String password)
      throws SQLException {
    Properties login = new Properties();
    login.putAll(properties);
    put(login, ConnectionProperty.USER, username);
    put(login, ConnectionProperty.PASSWORD, password);
    return ConnectionFactory.connect(settings(login));
  }

  ConnectionSettings settings(Properties login) throws SQLException {
    Properties complete = new Properties();
    if (loginTimeout > 0) {
      put(complete, ConnectionProperty.CONNECT_TIMEOUT, loginTimeout + "s");
    }
    complete.putAll(login);
    return ConnectionSettings.from(url, complete, Environment.ofProcess());
  }

  Properties properties() {
    return properties;
  }

  private void set(ConnectionProperty<?> property, @Nullable Object value) {
    put(properties, property, value);
  }

  private static void put(
      Properties target, ConnectionProperty<?> property, @Nullable Object value) {
    if (value == null) {
      target.remove(property.name());
    } else {
      target.setProperty(property.name(), value.toString());
    }
  }

  /**
   * Sets a property by its name, for programs that read names and values from a file.
   *
   * @param value null = as if it had not been set
   * @throws IllegalArgumentException when there is no such property
   */
  public void setProperty(String name, @Nullable String value) {
    ConnectionProperty<?> property = ConnectionProperty.named(name);
    if (property == null) {
      throw new IllegalArgumentException("There is no property " + name);
    }
    set(property, value);
  }

  /** Where to, {@code jdbc:airbyte:} unless set. */
  public void setUrl(String url) {
    this.url = url;
  }

  public void setUser(@Nullable String user) {
    set(ConnectionProperty.USER, user);
  }

  public void setPassword(@Nullable String password) {
    set(ConnectionProperty.PASSWORD, password);
  }

  public void setAccessToken(@Nullable String accessToken) {
    set(ConnectionProperty.ACCESS_TOKEN, accessToken);
  }

  public void setCredentialsFile(@Nullable String credentialsFile) {
    set(ConnectionProperty.CREDENTIALS_FILE, credentialsFile);
  }

  public void setOrganizationId(@Nullable String organizationId) {
    set(ConnectionProperty.ORGANIZATION_ID, organizationId);
  }

  public void setApiDialect(@Nullable String apiDialect) {
    set(ConnectionProperty.API_DIALECT, apiDialect);
  }

  public void setRegion(@Nullable String region) {
    set(ConnectionProperty.REGION, region);
  }

  public void setSelectedSourceTemplateTags(@Nullable String selectedSourceTemplateTags) {
    set(ConnectionProperty.SELECTED_SOURCE_TEMPLATE_TAGS, selectedSourceTemplateTags);
  }

  public void setSelectedConnectionTemplateTags(@Nullable String selectedConnectionTemplateTags) {
    set(ConnectionProperty.SELECTED_CONNECTION_TEMPLATE_TAGS, selectedConnectionTemplateTags);
  }

  public void setReadOnly(boolean readOnly) {
    set(ConnectionProperty.READ_ONLY, readOnly);
  }

  public void setSafeUpdates(boolean safeUpdates) {
    set(ConnectionProperty.SAFE_UPDATES, safeUpdates);
  }

  public void setMaxAffectedRows(int maxAffectedRows) {
    set(ConnectionProperty.MAX_AFFECTED_ROWS, maxAffectedRows);
  }

  public void setDryRun(boolean dryRun) {
    set(ConnectionProperty.DRY_RUN, dryRun);
  }

  public void setAllowTokenFunctions(boolean allowTokenFunctions) {
    set(ConnectionProperty.ALLOW_TOKEN_FUNCTIONS, allowTokenFunctions);
  }

  public void setCountFromStats(@Nullable String countFromStats) {
    set(ConnectionProperty.COUNT_FROM_STATS, countFromStats);
  }

  public void setTimeZone(@Nullable String timeZone) {
    set(ConnectionProperty.TIME_ZONE, timeZone);
  }

  public void setPageSize(int pageSize) {
    set(ConnectionProperty.PAGE_SIZE, pageSize);
  }

  public void setPrefetchPages(int prefetchPages) {
    set(ConnectionProperty.PREFETCH_PAGES, prefetchPages);
  }

  public void setMaxConcurrentRequests(int maxConcurrentRequests) {
    set(ConnectionProperty.MAX_CONCURRENT_REQUESTS, maxConcurrentRequests);
  }

  public void setWriteConcurrency(int writeConcurrency) {
    set(ConnectionProperty.WRITE_CONCURRENCY, writeConcurrency);
  }

  public void setMaxRequestsPerSecond(int maxRequestsPerSecond) {
    set(ConnectionProperty.MAX_REQUESTS_PER_SECOND, maxRequestsPerSecond);
  }

  public void setMaxRequestsPerStatement(int maxRequestsPerStatement) {
    set(ConnectionProperty.MAX_REQUESTS_PER_STATEMENT, maxRequestsPerStatement);
  }

  public void setAllowFanOut(int allowFanOut) {
    set(ConnectionProperty.ALLOW_FAN_OUT, allowFanOut);
  }

  public void setMaxRetries(int maxRetries) {
    set(ConnectionProperty.MAX_RETRIES, maxRetries);
  }

  public void setRetryMaxDelay(@Nullable String retryMaxDelay) {
    set(ConnectionProperty.RETRY_MAX_DELAY, retryMaxDelay);
  }

  public void setConnectTimeout(@Nullable String connectTimeout) {
    set(ConnectionProperty.CONNECT_TIMEOUT, connectTimeout);
  }

  public void setReadTimeout(@Nullable String readTimeout) {
    set(ConnectionProperty.READ_TIMEOUT, readTimeout);
  }

  public void setQueryTimeout(@Nullable String queryTimeout) {
    set(ConnectionProperty.QUERY_TIMEOUT, queryTimeout);
  }

  public void setStrictPaging(boolean strictPaging) {
    set(ConnectionProperty.STRICT_PAGING, strictPaging);
  }

  public void setProxyHost(@Nullable String proxyHost) {
    set(ConnectionProperty.PROXY_HOST, proxyHost);
  }

  public void setProxyPort(int proxyPort) {
    set(ConnectionProperty.PROXY_PORT, proxyPort);
  }

  public void setProxyUser(@Nullable String proxyUser) {
    set(ConnectionProperty.PROXY_USER, proxyUser);
  }

  public void setProxyPassword(@Nullable String proxyPassword) {
    set(ConnectionProperty.PROXY_PASSWORD, proxyPassword);
  }

  public void setTrustStore(@Nullable String trustStore) {
    set(ConnectionProperty.TRUST_STORE, trustStore);
  }

  public void setTrustStorePassword(@Nullable String trustStorePassword) {
    set(ConnectionProperty.TRUST_STORE_PASSWORD, trustStorePassword);
  }

  public void setTrustStoreType(@Nullable String trustStoreType) {
    set(ConnectionProperty.TRUST_STORE_TYPE, trustStoreType);
  }

  public void setAllowHttp(boolean allowHttp) {
    set(ConnectionProperty.ALLOW_HTTP, allowHttp);
  }

  public void setApplicationName(@Nullable String applicationName) {
    set(ConnectionProperty.APPLICATION_NAME, applicationName);
  }

  public void setWorkspaces(int workspaces) {
    set(ConnectionProperty.WORKSPACES, workspaces);
  }

  public void setSeed(long seed) {
    set(ConnectionProperty.SEED, seed);
  }

  public void setLatency(@Nullable String latency) {
    set(ConnectionProperty.LATENCY, latency);
  }

  public void setFaults(@Nullable String faults) {
    set(ConnectionProperty.FAULTS, faults);
  }

  /** As it was set; the driver writes nothing to it. */
  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter logWriter) {
    this.logWriter = logWriter;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  /** Seconds; the connectTimeout of a data source that sets none. 0 = the default. */
  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(WorkspacesDriver.LOGGER_NAME);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (!type.isInstance(this)) {
      throw Failure.NOT_SUPPORTED.because("The data source is no " + type.getName());
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
