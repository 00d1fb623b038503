package io.workspacesql.endtoend;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.FaultScript;
import io.workspacesql.observe.DriverListener;
import io.workspacesql.observe.Observable;
import io.workspacesql.observe.RequestRecord;
import io.workspacesql.observe.RetryRecord;
import io.workspacesql.observe.RowRecord;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who wants to hear what a connection does. */
final class ListenerTests {
  private static final Logger LOG = Logger.getLogger("io.workspacesql");

  /** Makes names that no organization has had: the driver knows no token, whatever the port. */
  private static final AtomicInteger STARTED = new AtomicInteger();

  private DemoOrganization organization;

  @BeforeEach
  void start() throws IOException {
    organization =
        DemoOrganization.start(
            DemoOptions.of("heard-" + STARTED.incrementAndGet(), 250, 1, Duration.ZERO));
  }

  @AfterEach
  void stop() throws IOException {
    organization.close();
  }

  @Test
  void a_listener_hears_attempts_retries_pages_and_rows_written() throws SQLException {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.unwrap(Observable.class).listen(new Notes(heard));
      organization.inject(FaultScript.parse("503 on GET call 2"));
      LiveOrganization.rows(connection, "SELECT name FROM workspaces WHERE status = 'active'");
      statement.executeUpdate("UPDATE workspaces SET status = 'inactive' WHERE name = 'default'");
    }
    assertThat(heard)
        .startsWith(
            "1 GET /workspaces #1 200",
            "1 page 1",
            "1 GET /workspaces #1 503",
            "1 again after #1: 503",
            "1 GET /workspaces #2 200")
        .endsWith("2 PUT /workspaces/{id} #1 200", "2 row 1 of 1 done 200");
  }

  @Test
  void a_listener_hears_how_each_row_of_a_write_ended() throws SQLException {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (Connection connection = connect("writeConcurrency=1");
        Statement statement = connection.createStatement()) {
      connection.unwrap(Observable.class).listen(new Notes(heard));
      organization.inject(FaultScript.parse("409 on PUT call 2"));
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "UPDATE workspaces SET cache_enabled = FALSE WHERE id IN (SELECT id FROM"
                          + " workspaces ORDER BY id LIMIT 4)"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(heard)
        .filteredOn(line -> line.startsWith("1 row"))
        .containsExactly(
            "1 row 1 of 4 done 200",
            "1 row 2 of 4 failed 409",
            "1 row 3 of 4 not tried null",
            "1 row 4 of 4 not tried null");
  }

  @Test
  void a_listener_hears_of_a_row_that_nobody_knows() throws SQLException {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (Connection connection = connect("maxRetries=0");
        Statement statement = connection.createStatement()) {
      String id =
          LiveOrganization.rows(connection, "SELECT id FROM workspaces WHERE name = 'default'")
              .get(0);
      connection.unwrap(Observable.class).listen(new Notes(heard));
      organization.inject(FaultScript.parse("504 on any"));
      assertThatThrownBy(
              () -> statement.executeUpdate("DELETE FROM workspaces WHERE id = '" + id + "'"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(heard).last().asString().startsWith("2 row 1 of 1 unknown");
  }

  @Test
  void a_listener_that_throws_does_no_harm() throws SQLException {
    try (Connection connection = connect()) {
      connection
          .unwrap(Observable.class)
          .listen(
              new DriverListener() {
                @Override
                public void attempted(RequestRecord attempt) {
                  throw new IllegalStateException("a listener's own trouble");
                }
              });
      assertThat(LiveOrganization.rows(connection, "SELECT name FROM workspaces")).hasSize(250);
    }
  }

  @Tag("threat-11")
  @Test
  void the_log_tells_each_kind_under_its_name_and_no_secret() throws SQLException {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = new Lines(lines);
    Level before = LOG.getLevel();
    LOG.setLevel(Level.FINE);
    LOG.addHandler(handler);
    try (Connection connection = connect()) {
      organization.inject(FaultScript.parse("503 on GET call 2"));
      LiveOrganization.rows(connection, "SELECT id FROM workspaces WHERE name LIKE 'Globex%'");
      LiveOrganization.rows(connection, "SELECT id FROM workspaces WHERE name LIKE 'Globex%'");
    } finally {
      LOG.removeHandler(handler);
      LOG.setLevel(before);
    }
    assertThat(lines)
        .anyMatch(line -> line.startsWith("io.workspacesql.requests statement 1, attempt 1: GET"))
        .anyMatch(line -> line.startsWith("io.workspacesql.retries statement 2, attempt 1: GET"))
        .anyMatch(line -> line.startsWith("io.workspacesql.tokens statement 0"))
        .anyMatch(line -> line.startsWith("io.workspacesql.pages statement 1: 1 pages"))
        .noneMatch(line -> line.contains(organization.clientSecret()))
        .noneMatch(line -> line.contains("Bearer") || line.contains("Globex"));
  }

  private Connection connect(String... properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:airbyte:"
            + organization.base()
            + "?prefetchPages=0&retryMaxDelay=10ms&organizationId="
            + organization.organizationId()
            + Arrays.stream(properties).map(property -> "&" + property).collect(joining()),
        organization.clientId(),
        organization.clientSecret());
  }

  private record Notes(List<String> heard) implements DriverListener {
    @Override
    public void attempted(RequestRecord attempt) {
      heard.add(
          "%d %s %s #%d %d"
              .formatted(
                  attempt.statementId(),
                  attempt.httpMethod(),
                  attempt.pathTemplate(),
                  attempt.attempt(),
                  attempt.httpStatus()));
    }

    @Override
    public void retrying(RetryRecord retry) {
      String status = retry.reason().replaceAll(".*answered (\\d+) .*", "$1");
      heard.add(retry.statementId() + " again after #" + retry.attempt() + ": " + status);
    }

    @Override
    public void pageRead(long statementId, long pages, long rows) {
      heard.add(statementId + " page " + pages);
    }

    @Override
    public void rowWritten(RowRecord row) {
      heard.add(
          "%d row %d of %d %s %s"
              .formatted(
                  row.statementId(), row.ended(), row.rows(), row.outcome(), row.httpStatus()));
    }
  }

  private static final class Lines extends Handler {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord entry) {
      lines.add(entry.getLoggerName() + " " + entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
