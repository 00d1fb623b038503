package io.workspacesql.jdbc;

import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.error.Failure;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections. */
public final class ConnectionFactory {
  private ConnectionFactory() {}

  /** Connects and proves the credentials. */
  @SuppressWarnings("DoNotCallSuggester")
  public static Connection connect(ConnectionSettings settings) throws SQLException {
    throw Failure.NOT_SUPPORTED.because("Connecting to " + settings.redactedUrl());
  }
}
