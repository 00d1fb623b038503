package io.workspacesql.golden;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.FaultScript;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What became of a query when something went wrong with one of its requests, once or from then on.
 *
 * @param rows that came
 * @param expected that come when nothing goes wrong
 * @param failure null = the query came to its end
 * @param sent requests
 */
record ReadObservation(
    ReadTarget target,
    ReadFault fault,
    boolean stays,
    List<String> rows,
    List<String> expected,
    @Nullable SQLException failure,
    long sent) {
  private static final int WORKSPACES = 350;
  private static final AtomicInteger STARTED = new AtomicInteger();

  /** Lets it happen to an organization of its own, over a real socket. */
  static ReadObservation of(ReadTarget target, ReadFault fault, boolean stays) throws Exception {
    try (DemoOrganization organization = DemoOrganization.start(options());
        Connection healthy = connect(organization, fault)) {
      String id = rows(healthy, "SELECT id FROM workspaces LIMIT 1").get(0);
      String query = target.query.replace(ReadTarget.ID, id);
      Observer observer =
          new Observer(organization, query, rows(healthy, query), target.script(fault, stays));
      return target.isConnected()
          ? observer.strike(target, fault, stays, healthy)
          : observer.strikeFirst(target, fault, stays);
    }
  }

  /** Whether the server has said that there is no such workspace, which nobody can doubt. */
  boolean saysThatThereIsNone() {
    return target == ReadTarget.ONE && fault.damage().equals("404");
  }

  /** Of a name that no other has had: the driver knows no token for it, whatever its port. */
  private static DemoOptions options() {
    return DemoOptions.of("reads-" + STARTED.incrementAndGet(), WORKSPACES, 1, Duration.ZERO);
  }

  /** What the page says of it. */
  String text() {
    String end = failure == null ? "" : failure.getSQLState();
    String came = rows.size() + (rows.size() == 1 ? " row" : " rows");
    String outcome = failure == null ? came : rows.isEmpty() ? end : came + ", then " + end;
    return outcome + " · " + sent;
  }

  private record Observer(
      DemoOrganization organization, String query, List<String> expected, String script) {

    ReadObservation strike(ReadTarget target, ReadFault fault, boolean stays, Connection healthy) {
      organization.inject(FaultScript.parse(script));
      return observe(target, fault, stays, () -> healthy);
    }

    /** In an organization that the driver has no token of. */
    ReadObservation strikeFirst(ReadTarget target, ReadFault fault, boolean stays)
        throws Exception {
      DemoOptions options = options().withFaults(FaultScript.parse(script));
      try (DemoOrganization other = DemoOrganization.start(options)) {
        Observer observer = new Observer(other, query, expected, script);
        return observer.observe(target, fault, stays, () -> connect(other, fault));
      }
    }

    private ReadObservation observe(
        ReadTarget target, ReadFault fault, boolean stays, Connecting connecting) {
      long before = sent();
      List<String> rows = new ArrayList<>();
      SQLException failure = null;
      try (Connection connection = connecting.connect()) {
        read(connection, query, rows);
      } catch (SQLException e) {
        failure = e;
      }
      return new ReadObservation(target, fault, stays, rows, expected, failure, sent() - before);
    }

    private long sent() {
      return organization.requests().values().stream().mapToLong(Long::longValue).sum();
    }
  }

  @FunctionalInterface
  private interface Connecting {
    Connection connect() throws SQLException;
  }

  /** Waits of the driver's own choice are short; silence is noticed soon. */
  private static Connection connect(DemoOrganization organization, ReadFault fault)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", organization.clientId());
    properties.setProperty("password", organization.clientSecret());
    properties.setProperty("organizationId", organization.organizationId());
    properties.setProperty("retryMaxDelay", "10ms");
    if (fault.damage().equals("silence")) {
      properties.setProperty("readTimeout", "2s");
    }
    return DriverManager.getConnection("jdbc:airbyte:" + organization.base(), properties);
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    read(connection, query, rows);
    return rows;
  }

  private static void read(Connection connection, String query, List<String> rows)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
  }
}
