package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.PlantedSecrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that somebody without the secrets can see of a connection, its log at every level. */
final class Overheard implements AutoCloseable {
  /** Loggers of the test's own side. */
  private static final String OTHERS = "(org\\.junit|com\\.sun\\.net\\.httpserver).*";

  private static final List<Class<?>> UNFIT =
      List.of(
          Integer.class,
          BigDecimal.class,
          Double.class,
          Boolean.class,
          UUID.class,
          LocalDate.class,
          LocalTime.class,
          Timestamp.class,
          Connection.class);

  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Level before = ROOT.getLevel();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          if (!String.valueOf(record.getLoggerName()).matches(OTHERS)) {
            add(record.getLoggerName() + " " + record.getMessage());
            add(Arrays.toString(record.getParameters()));
            add(record.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Overheard() {
    ROOT.addHandler(listener);
    ROOT.setLevel(Level.ALL);
  }

  void show(Object shown) {
    add(shown);
  }

  private void add(Object shown) {
    texts.add(String.valueOf(shown));
  }

  void add(Throwable thrown) {
    if (thrown != null) {
      StringWriter text = new StringWriter();
      thrown.printStackTrace(new PrintWriter(text));
      add(text);
    }
  }

  private void add(SQLException e) {
    for (Throwable each : e) {
      add(each);
    }
  }

  /** Runs and listens; what it throws is heard, too. */
  void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      add(statement);
      hear(statement, sql);
      warnings(statement.getWarnings());
    }
  }

  private void hear(Statement statement, String sql) throws SQLException {
    try {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          add(rows);
          add(rows.getMetaData());
          LiveOrganization.texts(rows).forEach(this::add);
        }
      }
    } catch (SQLException e) {
      add(e);
    }
  }

  /** Reads each value of a result that is meant to hold secrets as what it is not. */
  void misread(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      add(rows);
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          for (Class<?> wanted : UNFIT) {
            hear(rows, column, wanted);
          }
        }
      }
      warnings(rows.getWarnings());
    } catch (SQLException e) {
      add(e);
    }
  }

  private void hear(ResultSet rows, int column, Class<?> wanted) {
    try {
      rows.getObject(column, wanted);
    } catch (SQLException e) {
      add(e);
    }
  }

  private void warnings(SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      add(warning);
    }
  }

  /** Looks at everything of a connection that does not need a secret. */
  void look(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    add(connection);
    add(data);
    add(data.getURL());
    add(data.getUserName());
    add(connection.getClientInfo());
    warnings(connection.getWarnings());
    for (String table : List.of("requests", "properties", "pushdown", "last_write")) {
      run(connection, "SELECT * FROM driver." + table);
    }
  }

  /** Tries to connect, and says what happened. */
  Connection connect(String url, Properties properties) {
    try {
      Driver driver = DriverManager.getDriver(url);
      for (DriverPropertyInfo info : driver.getPropertyInfo(url, properties)) {
        add(info.name + " " + info.value + " " + info.description);
        add(Arrays.toString(info.choices));
      }
      return driver.connect(url, properties);
    } catch (SQLException e) {
      add(e);
      return null;
    }
  }

  void threads() {
    Thread.getAllStackTraces().keySet().forEach(thread -> add(thread.getName()));
  }

  void holdsNoSecret() {
    assertThat(texts).isNotEmpty();
    assertThat(texts).filteredOn(text -> PlantedSecrets.in(text).isPresent()).isEmpty();
  }

  @Override
  public void close() {
    ROOT.removeHandler(listener);
    ROOT.setLevel(before);
  }
}
