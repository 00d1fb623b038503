package io.workspacesql.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever a statement is when it is cancelled or its time is over, it ends, and works again. */
@Timeout(120)
final class EndingTests {
  private static final Duration PROMPT = Duration.ofSeconds(2);
  private static final ResponseDefinitionBuilder EMPTY_PAGE =
      aResponse().withStatus(200).withBody("{\"data\":[],\"next\":null}");

  /** What keeps a statement for longer than anybody waits. */
  enum Place {
    PLANNING("SELECT * FROM workspaces WHERE " + alternatives(), EMPTY_PAGE),
    REQUEST("SELECT id FROM workspaces", aResponse().withStatus(200).withFixedDelay(60_000)),
    BACK_OFF(
        "SELECT id FROM workspaces", aResponse().withStatus(503).withHeader("Retry-After", "50")),
    SORT("SELECT x0 FROM " + product() + " ORDER BY x0 + x1 + x2", EMPTY_PAGE);

    private final String sql;
    private final ResponseDefinitionBuilder answer;

    Place(String sql, ResponseDefinitionBuilder answer) {
      this.sql = sql;
      this.answer = answer;
    }

    /** The planner compares the conditions with each other. */
    private static String alternatives() {
      return IntStream.range(0, 900)
          .mapToObj("name LIKE '%%abc%d%%'"::formatted)
          .collect(Collectors.joining(" OR "));
    }

    /** Billions of rows. */
    private static String product() {
      return IntStream.range(0, 5)
          .mapToObj(
              i ->
                  "(SELECT a.x AS x%1$d FROM %2$s AS a (x), %2$s AS b (x)) AS t%1$d"
                      .formatted(i, "(VALUES 1,2,3,4,5,6,7,8,9,10)"))
          .collect(Collectors.joining(", "));
    }
  }

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    server.start();
    answer(EMPTY_PAGE);
    Properties properties = new Properties();
    properties.setProperty("accessToken", "token");
    connection =
        DriverManager.getConnection(
            "jdbc:airbyte:http://127.0.0.1:" + server.port() + "/api/v1", properties);
    server.resetRequests();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
    server.stop();
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  @ParameterizedTest
  @EnumSource
  void another_thread_cancels_it(Place place) throws Exception {
    answer(place.answer);
    try (Statement statement = connection.createStatement()) {
      CompletableFuture<Long> cancelled =
          CompletableFuture.supplyAsync(() -> cancelWhenUnderWay(statement, place));

      assertThatThrownBy(() -> drain(statement, place.sql))
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("57014");
      assertThat(since(cancelled.get(10, TimeUnit.SECONDS))).isLessThan(PROMPT);
      works_again(statement);
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_time_ends(Place place) throws SQLException {
    answer(place.answer);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      long begun = System.nanoTime();

      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> drain(statement, place.sql));

      // No back-off begins that cannot end in time: the statement fails at once with its cause.
      assertThat(failure.getSQLState()).isEqualTo(place == Place.BACK_OFF ? "08006" : "HYT00");
      assertThat(since(begun)).isLessThan(PROMPT.plusSeconds(1));
      statement.setQueryTimeout(0);
      works_again(statement);
    }
  }

  private void works_again(Statement statement) throws SQLException {
    answer(EMPTY_PAGE);
    try (ResultSet rows = statement.executeQuery("SELECT id FROM workspaces")) {
      assertThat(rows.next()).isFalse();
    }
  }

  private static void drain(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  /** When it was cancelled. */
  private long cancelWhenUnderWay(Statement statement, Place place) {
    boolean sends = place == Place.REQUEST || place == Place.BACK_OFF;
    try {
      for (int i = 0; i < 100 && (i < 5 || (sends && server.getAllServeEvents().isEmpty())); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      long now = System.nanoTime();
      statement.cancel();
      return now;
    } catch (InterruptedException | SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
