package io.workspacesql.jdbc;

import io.workspacesql.config.ConnectionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Opens connections. */
public final class ConnectionFactory {
  private ConnectionFactory() {}

  /** Makes what stands behind a connection; sends nothing. */
  @FunctionalInterface
  interface BackendSource {
    Backend open(ConnectionSettings settings) throws SQLException;
  }

  /**
   * Connects and proves the credentials.
   *
   * @throws SQLException 28000 when the server refuses them, 08xxx when it cannot be reached
   */
  public static Connection connect(ConnectionSettings settings) throws SQLException {
    return connect(settings, ServerBackend::open, Clock.systemUTC());
  }

  static Connection connect(ConnectionSettings settings, BackendSource source, Clock clock)
      throws SQLException {
    Backend backend = Guard.call(() -> source.open(settings));
    try {
      Guard.run(() -> backend.verifyCredentials(loginTimeout(settings)));
    } catch (SQLException e) {
      backend.close();
      throw e;
    }
    return new WorkspacesConnection(settings, backend, clock);
  }

  /** Long enough to connect once and to read one answer; zero = no limit. */
  private static Duration loginTimeout(ConnectionSettings settings) {
    Duration connect = settings.connectTimeout();
    Duration read = settings.readTimeout();
    return connect.isZero() || read.isZero() ? Duration.ZERO : connect.plus(read);
  }
}
