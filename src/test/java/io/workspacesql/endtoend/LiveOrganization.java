package io.workspacesql.endtoend;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A demo organization of its own, reached the way a user reaches a real server: by a URL, over a
 * socket, with credentials. The requests are those that the server has counted.
 */
final class LiveOrganization implements AutoCloseable {
  /** Each has its own id and so its own tokens, also where a port is used a second time. */
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final DemoOrganization organization;

  private LiveOrganization(DemoOrganization organization) {
    this.organization = organization;
  }

  static LiveOrganization ofSize(int workspaces) throws IOException {
    return slow(workspaces, Duration.ZERO);
  }

  static LiveOrganization slow(int workspaces, Duration latency) throws IOException {
    return new LiveOrganization(
        DemoOrganization.start(
            DemoOptions.of("live" + NUMBER.incrementAndGet(), workspaces, 1, latency)));
  }

  String url() {
    return "jdbc:airbyte:" + organization.base();
  }

  /** Connects with the right credentials and these properties, name after value. */
  Connection connect(String... namesAndValues) throws SQLException {
    return DriverManager.getConnection(url(), properties(namesAndValues));
  }

  /** The same through a turnstile that stands before it. */
  Connection connect(Turnstile turnstile, String... namesAndValues) throws SQLException {
    String url =
        "jdbc:airbyte:http://127.0.0.1:" + turnstile.port() + organization.base().getPath();
    return DriverManager.getConnection(url, properties(namesAndValues));
  }

  Turnstile turnstile() throws IOException {
    return Turnstile.before(organization.base().getPort());
  }

  Connection connectWithSecret(String secret) throws SQLException {
    return DriverManager.getConnection(url(), credentials(secret));
  }

  String clientId() {
    return organization.clientId();
  }

  String clientSecret() {
    return organization.clientSecret();
  }

  private Properties properties(String... namesAndValues) {
    Properties properties = credentials(organization.clientSecret());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return properties;
  }

  private Properties credentials(String secret) {
    Properties properties = new Properties();
    properties.setProperty("user", organization.clientId());
    properties.setProperty("password", secret);
    properties.setProperty("organizationId", organization.organizationId());
    return properties;
  }

  /** All requests so far, to whatever endpoint. */
  long requests() {
    return organization.requests().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Requests so far to one endpoint, such as {@code GET /workspaces}. */
  long requests(String endpoint) {
    return organization.requests().get(endpoint);
  }

  /** The rows of a query as text, their columns joined by a bar; no column named = all. */
  static List<String> rows(Connection connection, String sql, String... columns)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return texts(rows, columns);
    }
  }

  static List<String> texts(ResultSet rows, String... columns) throws SQLException {
    List<String> wanted = columns.length > 0 ? List.of(columns) : labels(rows.getMetaData());
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (String column : wanted) {
        row.add(rows.getString(column));
      }
      texts.add(String.join("|", row));
    }
    return texts;
  }

  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      labels.add(columns.getColumnLabel(column));
    }
    return labels;
  }

  @Override
  public void close() throws IOException {
    organization.close();
  }
}
