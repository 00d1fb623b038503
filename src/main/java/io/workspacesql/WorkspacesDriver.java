package io.workspacesql;

import io.workspacesql.config.ConnectionProperty;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.config.DriverVersion;
import io.workspacesql.config.Environment;
import io.workspacesql.config.PropertySetting;
import io.workspacesql.error.Failure;
import io.workspacesql.jdbc.ConnectionFactory;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver behind {@code jdbc:airbyte:…} URLs. {@link DriverManager} finds it by itself. Safe for
 * use by several threads.
 */
public final class WorkspacesDriver implements Driver {
  static final String LOGGER_NAME = "io.workspacesql";

  static {
    try {
      DriverManager.registerDriver(new WorkspacesDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** For the service loader; nothing happens before {@link #connect}. */
  public WorkspacesDriver() {}

  /**
   * Connects and proves the credentials, or returns null when the URL is for another driver.
   *
   * @param info may be null = none
   */
  @Override
  public @Nullable Connection connect(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    String ours = nonNull(url);
    return ConnectionSettings.accepts(ours)
        ? ConnectionFactory.connect(
            ConnectionSettings.from(ours, orNone(info), Environment.ofProcess()))
        : null;
  }

  @Override
  public boolean acceptsURL(@Nullable String url) throws SQLException {
    return ConnectionSettings.accepts(nonNull(url));
  }

  /** Every property with its value so far, which for a secret is always null. */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    List<PropertySetting> settings = ConnectionSettings.propertiesOf(nonNull(url), orNone(info));
    return settings.stream().map(WorkspacesDriver::info).toArray(DriverPropertyInfo[]::new);
  }

  private static DriverPropertyInfo info(PropertySetting setting) {
    ConnectionProperty<?> property = setting.property();
    DriverPropertyInfo info =
        new DriverPropertyInfo(property.name(), property.isSecret() ? null : setting.setting());
    info.description = property.description();
    info.choices = property.choices().isEmpty() ? null : property.choices().toArray(String[]::new);
    return info;
  }

  private static String nonNull(@Nullable String url) throws SQLException {
    if (url == null) {
      throw Failure.INVALID_URL.because("it is null");
    }
    return url;
  }

  private static Properties orNone(@Nullable Properties info) {
    return info == null ? new Properties() : info;
  }

  @Override
  public int getMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return DriverVersion.MINOR;
  }

  /** False: compliance asks for all of SQL-92 Entry Level, transactions included. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(LOGGER_NAME);
  }
}
