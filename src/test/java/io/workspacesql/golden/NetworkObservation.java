package io.workspacesql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.FaultScript;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What came of a statement that writes one row while something went wrong.
 *
 * @param failure null = the statement returned
 * @param count the update count of a statement that returned
 * @param said what {@code driver.last_write} says of the row; null = it has none
 * @param done whether the server has it as asked, when everything is over
 * @param writes requests that write, as the driver counts them
 * @param reads all others
 * @param arrived requests that reached the server
 */
record NetworkObservation(
    NetworkFault fault,
    @Nullable SQLException failure,
    int count,
    @Nullable String said,
    boolean done,
    int writes,
    int reads,
    int arrived) {
  private static final String NEW_NAME = "After the storm";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Makes an organization, lets it happen, and looks. */
  static NetworkObservation of(NetworkFault fault) throws Exception {
    // Its own name has its own id and so its own tokens, also where a port is used a second time.
    DemoOptions options = DemoOptions.of("storm" + NUMBER.incrementAndGet(), 2, 1, Duration.ZERO);
    try (DemoOrganization organization = DemoOrganization.start(options);
        Relay relay = Relay.to(organization.base().getPort());
        Connection first = connect(organization, relay, fault);
        Connection connection = connect(organization, relay, fault)) {
      assertThat(first.isClosed()).isFalse(); // it has the token: the second has no socket yet
      return observe(fault, organization, relay, connection);
    }
  }

  private static NetworkObservation observe(
      NetworkFault fault, DemoOrganization organization, Relay relay, Connection connection)
      throws Exception {
    TrueState truth = TrueState.of(organization);
    String id = truth.firstId();
    if (fault.end() == NetworkFault.End.KEPT_ENDED) {
      texts(connection, "SELECT id FROM workspaces");
    }
    long before = arrived(organization);
    strike(fault, organization, relay);
    int count = 0;
    SQLException failure = null;
    try (Statement statement = connection.createStatement()) {
      count = statement.executeUpdate(sql(fault.verb(), id));
    } catch (SQLException e) {
      failure = e;
    }
    int arrived = (int) (arrived(organization) - before);
    calm(organization);
    List<String> said = texts(connection, "SELECT state FROM driver.last_write");
    List<String> requests = requests(connection);
    int reads = Collections.frequency(requests, "GET");
    return new NetworkObservation(
        fault,
        failure,
        count,
        said.isEmpty() ? null : said.get(0),
        isDone(truth.list(), fault.verb(), id),
        requests.size() - reads,
        reads,
        arrived);
  }

  private static Connection connect(DemoOrganization organization, Relay relay, NetworkFault fault)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", organization.clientId());
    properties.setProperty("password", organization.clientSecret());
    properties.setProperty("organizationId", organization.organizationId());
    properties.setProperty("readTimeout", fault.readTimeout());
    return DriverManager.getConnection(
        "jdbc:airbyte:http://127.0.0.1:" + relay.port() + organization.base().getPath(),
        properties);
  }

  private static void strike(NetworkFault fault, DemoOrganization organization, Relay relay)
      throws IOException {
    organization.inject(FaultScript.parse(fault.script()));
    switch (fault.end()) {
      case REFUSED -> relay.close();
      case KEPT_ENDED -> relay.hangUp();
      case CUT_REQUEST ->
          relay.cutRequests(
              fault.verb().request.replace(" /", " /api/v1/"),
              fault.course() == NetworkFault.Course.ONCE ? 1 : Integer.MAX_VALUE);
      default -> {}
    }
  }

  private static String sql(NetworkFault.Verb verb, String id) {
    return switch (verb) {
      case PUT -> "UPDATE workspaces SET name = '" + NEW_NAME + "' WHERE id = '" + id + "'";
      case DELETE -> "DELETE FROM workspaces WHERE id = '" + id + "'";
      case INSERT -> "INSERT INTO workspaces (name) VALUES ('" + NEW_NAME + "')";
    };
  }

  /** Waits for what the server does late. */
  private static void calm(DemoOrganization organization) {
    while (organization.pendingEffects() > 0) {
      LockSupport.parkNanos(10_000_000);
    }
    organization.inject(FaultScript.NONE);
  }

  private static boolean isDone(String list, NetworkFault.Verb verb, String id) {
    return switch (verb) {
      case PUT, INSERT -> list.contains(NEW_NAME);
      case DELETE -> !list.contains(id);
    };
  }

  /** The methods of the last statement's requests. */
  private static List<String> requests(Connection connection) throws SQLException {
    List<String> numbers = texts(connection, "SELECT statement_id FROM driver.requests");
    List<String> methods = texts(connection, "SELECT http_method FROM driver.requests");
    return methods.subList(numbers.indexOf(numbers.get(numbers.size() - 1)), methods.size());
  }

  private static long arrived(DemoOrganization organization) {
    return organization.requests().values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  boolean isSaid(String state) {
    return state.equals(said);
  }

  /** As a cell of the docs. */
  String text() {
    return "%s · %s · %s · %d + %s"
        .formatted(
            failure == null ? "count " + count : failure.getSQLState(),
            said == null ? "nothing" : said,
            done ? "done" : "not done",
            writes,
            fault.looksUntilDone() ? "n" : reads);
  }
}
