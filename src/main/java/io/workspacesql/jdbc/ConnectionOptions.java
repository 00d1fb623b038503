package io.workspacesql.jdbc;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.InformationSchema;
import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import io.workspacesql.jdbc.metadata.DatabaseFacts;
import io.workspacesql.plan.WriteReport;
import java.sql.ClientInfoStatus;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a program can set on a connection. There are no transactions, so most of it is only
 * remembered. Safe for use by several threads.
 */
abstract class ConnectionOptions implements UnsupportedConnection, Unwrapping {
  private static final Set<String> SCHEMAS =
      Set.of(Catalog.API_SCHEMA, Catalog.DRIVER_SCHEMA, InformationSchema.NAME);

  private final boolean alwaysReadOnly;
  private final Warnings warnings = new Warnings();
  private final StandingWrites standing = new StandingWrites();
  private volatile boolean autoCommit = true;
  private volatile boolean readOnly;
  private volatile int holdability = ResultSet.HOLD_CURSORS_OVER_COMMIT;
  private volatile String schema = Catalog.API_SCHEMA;
  private volatile @Nullable String applicationName;
  private volatile Duration networkTimeout = Duration.ZERO;
  private volatile Map<String, Class<?>> typeMap = Map.of();

  /**
   * @param alwaysReadOnly the connection property {@code readOnly}, which a program cannot undo
   */
  ConnectionOptions(boolean alwaysReadOnly, @Nullable String applicationName) {
    this.alwaysReadOnly = alwaysReadOnly;
    this.readOnly = alwaysReadOnly;
    this.applicationName = applicationName;
  }

  abstract void checkOpen() throws SQLException;

  /** Has later requests name this program; null = none. */
  abstract void nameApplication(@Nullable String name);

  final void warn(SQLWarning warning) {
    warnings.add(warning);
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  @Override
  public final boolean getAutoCommit() throws SQLException {
    checkOpen();
    return autoCommit;
  }

  /** Accepted with a warning, so that pools and tools work: every write stands at once. */
  @Override
  public final void setAutoCommit(boolean autoCommit) throws SQLException {
    checkOpen();
    if (!autoCommit) {
      warn(
          Notice.NO_TRANSACTIONS.because(
              "There are no transactions: a write takes effect at once, rollback cannot undo it"));
    }
    this.autoCommit = autoCommit;
    if (autoCommit) {
      forgetWrites();
    }
  }

  /** Remembers a write that a rollback would have to undo. */
  final void wrote(WriteReport report) {
    if (!autoCommit) {
      standing.add(report);
    }
  }

  final void forgetWrites() {
    standing.forget();
  }

  final void checkManualCommit(String method) throws SQLException {
    checkOpen();
    if (autoCommit) {
      throw Failure.TRANSACTION.because(method + " cannot be called in auto-commit mode");
    }
  }

  /**
   * Does nothing when nothing was written since the last commit. Otherwise fails once with 25000,
   * naming the writes that stand, and forgets them.
   */
  @Override
  public final void rollback() throws SQLException {
    checkManualCommit("rollback");
    standing.rollback();
  }

  @Override
  public final int getTransactionIsolation() throws SQLException {
    checkOpen();
    return TRANSACTION_NONE;
  }

  @Override
  public final void setTransactionIsolation(int level) throws SQLException {
    checkOpen();
    if (level != TRANSACTION_NONE) {
      throw Failure.NOT_SUPPORTED.because(
          "Transaction isolation level " + level + " is not supported: there are no transactions");
    }
  }

  @Override
  public final boolean isReadOnly() throws SQLException {
    checkOpen();
    return readOnly;
  }

  @Override
  public final void setReadOnly(boolean readOnly) throws SQLException {
    checkOpen();
    if (alwaysReadOnly && !readOnly) {
      warn(Notice.GENERAL.because("The property readOnly=true keeps this connection read-only"));
    }
    this.readOnly = alwaysReadOnly || readOnly;
  }

  @Override
  public final int getHoldability() throws SQLException {
    checkOpen();
    return holdability;
  }

  @Override
  public final void setHoldability(int holdability) throws SQLException {
    checkOpen();
    this.holdability = checkedHoldability(holdability);
  }

  static int checkedHoldability(int holdability) throws SQLException {
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT
        && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw Failure.INVALID_PARAMETER.because("Holdability " + holdability);
    }
    return holdability;
  }

  @Override
  public final String getSchema() throws SQLException {
    checkOpen();
    return schema;
  }

  /** Remembered; unqualified names are looked up in {@code airbyte} all the same. */
  @Override
  public final void setSchema(@Nullable String schema) throws SQLException {
    checkOpen();
    String name = schema == null ? "" : schema.toLowerCase(Locale.ROOT);
    if (!SCHEMAS.contains(name)) {
      throw Failure.INVALID_PARAMETER.because("There is no schema " + schema);
    }
    if (!name.equals(Catalog.API_SCHEMA)) {
      warn(Notice.GENERAL.because("Names without a schema are still looked up in airbyte"));
    }
    this.schema = name;
  }

  @Override
  public final @Nullable String getCatalog() throws SQLException {
    checkOpen();
    return null;
  }

  /** Ignored, as JDBC asks of drivers without catalogs. */
  @Override
  public final void setCatalog(@Nullable String catalog) throws SQLException {
    checkOpen();
  }

  @Override
  public final Map<String, Class<?>> getTypeMap() throws SQLException {
    checkOpen();
    return typeMap;
  }

  /** Remembered, without effect: there are no user-defined types. */
  @Override
  public final void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
    checkOpen();
    typeMap = map == null ? Map.of() : map;
  }

  final Duration networkTimeout() {
    return networkTimeout;
  }

  /** In milliseconds; 0 = none. */
  @Override
  public final int getNetworkTimeout() throws SQLException {
    checkOpen();
    return (int) networkTimeout.toMillis();
  }

  /** The longest that any later statement may take. The executor is not needed. */
  @Override
  public final void setNetworkTimeout(@Nullable Executor executor, int milliseconds)
      throws SQLException {
    checkOpen();
    if (milliseconds < 0) {
      throw Failure.INVALID_PARAMETER.because("Network timeout " + milliseconds + " is negative");
    }
    networkTimeout = Duration.ofMillis(milliseconds);
  }

  @Override
  public final @Nullable String getClientInfo(@Nullable String name) throws SQLException {
    checkOpen();
    return DatabaseFacts.APPLICATION_NAME.equals(name) ? applicationName : null;
  }

  @Override
  public final Properties getClientInfo() throws SQLException {
    checkOpen();
    Properties properties = new Properties();
    String name = applicationName;
    if (name != null) {
      properties.setProperty(DatabaseFacts.APPLICATION_NAME, name);
    }
    return properties;
  }

  /**
   * {@code ApplicationName} is sent with later requests, see {@link ApplicationName}; any other
   * name is a warning, as JDBC asks.
   */
  @Override
  public final void setClientInfo(@Nullable String name, @Nullable String value)
      throws SQLClientInfoException {
    if (isClosed()) {
      throw Failure.CONNECTION_CLOSED.forClientInfo(
          Map.of(String.valueOf(name), ClientInfoStatus.REASON_UNKNOWN));
    }
    if (DatabaseFacts.APPLICATION_NAME.equals(name)) {
      name(value);
    } else {
      warn(Notice.GENERAL.because("Client info " + name + " is unknown and was ignored"));
    }
  }

  private void name(@Nullable String application) {
    String sent = application == null ? null : ApplicationName.sendable(application);
    if (!Objects.equals(sent, application)) {
      warn(Notice.GENERAL.because("The application name is shortened and sent in ASCII: " + sent));
    }
    applicationName = sent;
    nameApplication(sent);
  }

  /** Names that are missing are cleared. */
  @Override
  public final void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
    Properties given = properties == null ? new Properties() : properties;
    if (given.getProperty(DatabaseFacts.APPLICATION_NAME) == null) {
      setClientInfo(DatabaseFacts.APPLICATION_NAME, null);
    }
    for (String name : given.stringPropertyNames()) {
      setClientInfo(name, given.getProperty(name));
    }
  }

  @Override
  public abstract boolean isClosed();
}
