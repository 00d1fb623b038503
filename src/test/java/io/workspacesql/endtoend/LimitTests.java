package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver keeps to for the server's sake, counted by the server. */
final class LimitTests {
  private static final String SCAN = "SELECT name FROM workspaces";

  /** Makes names that no organization has had: the driver knows no token, whatever the port. */
  private static final AtomicInteger STARTED = new AtomicInteger();

  private DemoOrganization organization;

  @BeforeEach
  void start() throws IOException {
    organization =
        DemoOrganization.start(
            DemoOptions.of("limits-" + STARTED.incrementAndGet(), 1_000, 1, Duration.ZERO));
  }

  @AfterEach
  void stop() throws IOException {
    organization.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM workspaces LIMIT 501",
        "SELECT name FROM workspaces OFFSET 100 ROWS FETCH FIRST 401 ROWS ONLY",
        "SELECT name FROM workspaces WHERE id IN (%s)",
        "SELECT COUNT(DISTINCT name) FROM workspaces WHERE id IN (%s)"
      })
  void a_plan_with_more_requests_is_refused_before_the_first(String sql) throws SQLException {
    try (Connection connection = connect(5)) {
      String six = ids(connection, 6);
      long before = sent();
      SQLException refusal = refusal(connection, sql.formatted(six));
      assertThat(refusal.getSQLState()).isEqualTo("53400");
      assertThat(refusal.getMessage())
          .contains("The plan has 6 requests, nothing was sent, and maxRequestsPerStatement=5");
      assertThat(sent()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT name FROM workspaces LIMIT 500", "SELECT COUNT(*) FROM workspaces"})
  void a_plan_that_fits_is_run(String sql) throws SQLException {
    try (Connection connection = connect(5)) {
      assertThat(LiveOrganization.rows(connection, sql)).isNotEmpty();
      assertThat(LiveOrganization.rows(connection, sql)).isNotEmpty();
    }
  }

  @Test
  void a_scan_of_unknown_length_ends_when_the_limit_is_reached() throws SQLException {
    try (Connection connection = connect(5);
        Statement statement = connection.createStatement()) {
      long before = sent();
      ResultSet rows = statement.executeQuery(SCAN);
      for (int i = 0; i < 500; i++) {
        assertThat(rows.next()).isTrue();
      }
      SQLException end = catchThrowableOfType(SQLException.class, rows::next);
      assertThat(end.getSQLState()).isEqualTo("53400");
      assertThat(end.getMessage())
          .contains("has sent 5 requests, and maxRequestsPerStatement=5 allows no more");
      assertThat(sent() - before).isEqualTo(5);
    }
  }

  @Test
  void a_scan_of_known_length_is_refused() throws SQLException {
    try (Connection connection = connect(5)) {
      LiveOrganization.rows(connection, "SELECT COUNT(*) FROM workspaces");
      long before = sent();
      assertThat(refusal(connection, SCAN).getMessage()).contains("The plan has 10 requests");
      assertThat(sent()).isEqualTo(before);
    }
  }

  @Test
  void retries_count() throws SQLException {
    try (Connection connection = connect(5)) {
      organization.inject(FaultScript.parse("503 on GET every 2"));
      long before = sent();
      assertThat(refusal(connection, "SELECT name FROM workspaces LIMIT 500").getMessage())
          .contains("has sent 5 requests");
      assertThat(sent() - before).isEqualTo(5);
    }
  }

  @Test
  void a_write_that_means_more_requests_writes_nothing() throws SQLException {
    try (Connection connection = connect(5);
        Statement statement = connection.createStatement()) {
      String sql =
          "UPDATE workspaces SET status = 'inactive' WHERE id IN (" + ids(connection, 5) + ")";
      SQLException refusal =
          catchThrowableOfType(
              SQLException.class, () -> statement.executeUpdate(sql + " AND name <> ''"));
      assertThat(refusal.getSQLState()).isEqualTo("53400");
      assertThat(refusal.getMessage()).contains("The plan has 5 requests, 5 were sent before");
      assertThat(organization.requests().get("PUT /workspaces/{workspace_id}")).isZero();
      assertThat(statement.executeUpdate(sql)).isEqualTo(5);
    }
  }

  @Test
  void no_more_requests_begin_within_a_second_than_allowed() throws SQLException {
    try (Connection connection = connect("maxRequestsPerSecond=4")) {
      long start = System.nanoTime();
      assertThat(LiveOrganization.rows(connection, SCAN)).hasSize(1_000);
      // With the token these are 11 requests, the last of which begins two seconds after the third.
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThan(Duration.ofMillis(1_500));
    }
  }

  private Connection connect(int maxRequestsPerStatement) throws SQLException {
    return connect("maxRequestsPerStatement=" + maxRequestsPerStatement);
  }

  private Connection connect(String property) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:airbyte:"
            + organization.base()
            + "?retryMaxDelay=10ms&organizationId="
            + organization.organizationId()
            + "&"
            + property,
        organization.clientId(),
        organization.clientSecret());
  }

  private static String ids(Connection connection, int count) throws SQLException {
    List<String> ids =
        LiveOrganization.rows(connection, "SELECT id FROM workspaces LIMIT " + count);
    return ids.stream().collect(Collectors.joining("', '", "'", "'"));
  }

  private static SQLException refusal(Connection connection, String sql) {
    SQLException refusal =
        catchThrowableOfType(SQLException.class, () -> LiveOrganization.rows(connection, sql));
    assertThat((Throwable) refusal).isNotNull();
    return refusal;
  }

  private long sent() {
    return organization.requests().values().stream().mapToLong(Long::longValue).sum();
  }
}
