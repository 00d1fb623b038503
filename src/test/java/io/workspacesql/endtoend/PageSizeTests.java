package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.Dialect;
import io.workspacesql.demo.LoggedRequest;
import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows a page is asked for, and how many a server sends. */
final class PageSizeTests {
  private static final String SCAN = "SELECT name FROM workspaces";
  private static final Pattern LIMIT = Pattern.compile("limit=(\\d+)");
  private static final AtomicInteger STARTED = new AtomicInteger();

  private DemoOrganization organization;

  @AfterEach
  void stop() throws IOException {
    organization.close();
  }

  private Connection connect(int workspaces, int pageCap, String properties) throws Exception {
    organization =
        DemoOrganization.start(
            DemoOptions.of("pages" + STARTED.incrementAndGet(), workspaces, 1, Duration.ZERO)
                .withDialect(Dialect.builder().pageCap(pageCap).build()));
    Properties login = new Properties();
    login.setProperty("user", organization.clientId());
    login.setProperty("password", organization.clientSecret());
    // Its own, so that no token of another organization on the same port is tried.
    login.setProperty("organizationId", organization.organizationId());
    return DriverManager.getConnection("jdbc:airbyte:" + organization.base() + properties, login);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT name FROM workspaces                          | ⌈rows/100⌉ | ⌈rows/50⌉
          SELECT name FROM workspaces LIMIT 250                | 3          | 5
          SELECT name FROM workspaces LIMIT 50                 | 1          | 1
          SELECT name FROM workspaces WHERE status = 'active'  | ⌈rows/100⌉ | ⌈rows/50⌉
          SELECT name FROM workspaces ORDER BY name            | ⌈rows/100⌉ | ⌈rows/50⌉
          """)
  void explain_counts_the_pages_that_the_server_sends(String sql, String before, String after)
      throws Exception {
    try (Connection connection = connect(250, 50, "")) {
      assertThat(explained(connection, sql, "at_most")).isEqualTo(before);
      assertThat(explained(connection, sql, "explanation")).doesNotContain("rows a page");

      assertThat(LiveOrganization.rows(connection, SCAN)).hasSize(250);

      assertThat(explained(connection, sql, "at_most")).isEqualTo(after);
      if (!before.equals(after)) {
        assertThat(explained(connection, sql, "explanation"))
            .contains("the server sends no more than 50 rows a page");
      }
      long sent = pages().size();
      LiveOrganization.rows(connection, sql);
      assertThat(pages().size() - sent).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void the_limit_of_requests_counts_the_pages_that_the_server_sends() throws Exception {
    try (Connection connection = connect(1_000, 50, "?maxRequestsPerStatement=4")) {
      LiveOrganization.rows(connection, SCAN + " LIMIT 200");
      SQLException refusal =
          catchThrowableOfType(
              SQLException.class, () -> LiveOrganization.rows(connection, SCAN + " LIMIT 250"));
      assertThat(refusal.getMessage()).contains("The plan has 5 requests, nothing was sent");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100 100 100",
    "1, 20 20 20 20 20 20 20 20 20 20 20 20 20",
    "20, 20 20 20 20 20 20 20 20 20 20 20 20 20",
    "90, 90 90 90",
    "100, 100 100 100",
    "5000, 100 100 100"
  })
  void a_fetch_size_makes_pages_smaller_but_never_tiny(int fetchSize, String pages)
      throws Exception {
    try (Connection connection = connect(250, 100, "?prefetchPages=0")) {
      assertThat(read(connection, SCAN, fetchSize)).hasSize(250);
      assertThat(String.join(" ", pages())).isEqualTo(pages);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM workspaces",
        "SELECT UPPER(name) FROM workspaces",
        "SELECT name FROM workspaces WHERE CHAR_LENGTH(name) > 0",
        "SELECT name FROM workspaces WHERE status = 'active'",
        "SELECT name FROM workspaces LIMIT 90",
        "SELECT name FROM workspaces UNION ALL SELECT 'x'"
      })
  void rows_that_go_straight_to_the_reader_come_in_pages_of_the_fetch_size(String sql)
      throws Exception {
    try (Connection connection = connect(250, 100, "")) {
      read(connection, sql, 40);
      assertThat(pages()).hasSizeGreaterThan(1).containsOnly("40");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM workspaces ORDER BY name",
        "SELECT DISTINCT name FROM workspaces",
        "SELECT COUNT(DISTINCT name) FROM workspaces",
        "SELECT COUNT(*) FROM workspaces WHERE name LIKE '%a%'",
        "SELECT a.name FROM workspaces a JOIN workspaces b ON a.name = b.name",
        "SELECT name FROM workspaces WHERE name IN ('Globex Payroll', 'default')",
        "UPDATE workspaces SET cache_enabled = TRUE WHERE name LIKE 'Globex%'"
      })
  void rows_that_do_not_come_in_full_pages(String sql) throws Exception {
    try (Connection connection = connect(250, 100, "?dryRun=true");
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(40);
      if (statement.execute(sql)) {
        LiveOrganization.texts(statement.getResultSet());
      }
      assertThat(pages()).isNotEmpty().containsOnly("100");
    }
  }

  @Test
  void a_result_that_keeps_its_rows_comes_in_full_pages() throws Exception {
    try (Connection connection = connect(250, 100, "");
        Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(40);
      try (ResultSet rows = statement.executeQuery(SCAN)) {
        assertThat(rows.last()).isTrue();
      }
      assertThat(pages()).containsOnly("100");
    }
  }

  @Test
  void a_walk_keeps_the_page_size_it_began_with() throws Exception {
    try (Connection connection = connect(250, 100, "");
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(30);
      try (ResultSet rows = statement.executeQuery(SCAN)) {
        rows.next();
        rows.setFetchSize(90);
        statement.setFetchSize(60);
        assertThat(LiveOrganization.texts(rows)).hasSize(249);
      }
      assertThat(pages()).containsOnly("30");
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 0, 2", "100, 40, 5", "100, 1, 9", "30, 40, 6"})
  void the_bounds_count_the_pages_of_the_fetch_size(int pageSize, int fetchSize, int requests)
      throws Exception {
    String sql = SCAN + " LIMIT 165";
    String properties = "?pageSize=" + pageSize + "&maxRequestsPerStatement=" + (requests - 1);
    try (Connection connection = connect(250, 100, properties)) {
      assertThat(read(connection, "EXPLAIN PLAN FOR " + sql, fetchSize, "at_most"))
          .containsExactly("" + requests);
      SQLException refusal =
          catchThrowableOfType(SQLException.class, () -> read(connection, sql, fetchSize));
      assertThat(refusal.getMessage()).contains("The plan has %d requests".formatted(requests));
      assertThat(pages()).isEmpty();
    }
  }

  private static List<String> read(
      Connection connection, String sql, int fetchSize, String... columns) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(fetchSize);
      try (ResultSet rows = statement.executeQuery(sql)) {
        return LiveOrganization.texts(rows, columns);
      }
    }
  }

  private static String explained(Connection connection, String sql, String column)
      throws SQLException {
    return LiveOrganization.rows(connection, "EXPLAIN PLAN FOR " + sql, column).get(0);
  }

  /** The page size that each request for a list has asked for. */
  private List<String> pages() {
    List<String> sizes = new ArrayList<>();
    for (LoggedRequest request : organization.log()) {
      Matcher limit = LIMIT.matcher(request.path());
      if (limit.find()) {
        sizes.add(limit.group(1));
      }
    }
    return sizes;
  }
}
