package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sixteen threads on one connection, or on several with the same credentials, and a server that
 * refuses the token of all of them at once.
 */
@Tag("threat-17")
@Timeout(120)
final class TokenStormTests {
  private static final int THREADS = 16;

  /** One for the first call, and {@code TokenCache.MOST_REFUSALS} for those that were refused. */
  private static final int MOST_TOKENS = 4;

  private final List<Connection> connections = new ArrayList<>();
  private FickleServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    server = new FickleServer();
    threads = Executors.newFixedThreadPool(THREADS);
  }

  @AfterEach
  void stop() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
    threads.shutdownNow();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, THREADS})
  void calls_in_flight_with_one_refused_token_get_one_other_and_succeed(int number)
      throws Exception {
    connect(number);
    server.takesTokensFrom(2);
    server.gathers(THREADS);

    assertThat(wave()).containsOnly("done");

    assertThat(server.tokens()).isEqualTo(2);
    assertThat(server.calls()).isEqualTo(2 * THREADS);
    assertThat(wave()).containsOnly("done");
    assertThat(server.tokens()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, THREADS})
  void a_server_that_refuses_every_token_gives_one_a_wave_and_soon_none(int number)
      throws Exception {
    connect(number);
    server.takesTokensFrom(Integer.MAX_VALUE);
    for (int wave = 1; wave <= 6; wave++) {
      int before = server.calls();
      server.gathers(THREADS);

      assertThat(wave()).containsOnly("28000");

      boolean another = 1 + wave <= MOST_TOKENS;
      assertThat(server.tokens()).isEqualTo(another ? 1 + wave : MOST_TOKENS);
      assertThat(server.calls() - before).isEqualTo(another ? 2 * THREADS : THREADS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, THREADS})
  void calls_that_come_as_they_like_get_no_more(int number) throws Exception {
    connect(number);
    server.takesTokensFrom(Integer.MAX_VALUE);
    for (int round = 0; round < 20; round++) {
      assertThat(wave()).containsOnly("28000");
    }
    assertThat(server.tokens()).isBetween(2, MOST_TOKENS);
    assertThat(server.calls()).isBetween(20 * THREADS, 2 * 20 * THREADS);
  }

  private void connect(int number) throws SQLException {
    for (int i = 0; i < number; i++) {
      String url = server.url() + "&maxConcurrentRequests=" + THREADS;
      connections.add(DriverManager.getConnection(url, "client-1", "secret-canary"));
    }
    assertThat(server.tokens()).isEqualTo(1);
  }

  /** Each thread sends one call, every other one a write; how they ended. */
  private List<String> wave() throws Exception {
    List<Future<String>> ends = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Connection connection = connections.get(i % connections.size());
      String sql = sql(i);
      ends.add(threads.submit(() -> end(connection, sql)));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<String> end : ends) {
      outcomes.add(end.get(20, TimeUnit.SECONDS));
    }
    return outcomes;
  }

  private static String sql(int thread) {
    String row = " WHERE id = '" + UUID.randomUUID() + "'";
    return thread % 2 == 0
        ? "SELECT name FROM workspaces" + row
        : "UPDATE workspaces SET status = 'inactive'" + row;
  }

  private static String end(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        // A SELECT sends nothing before its first row is asked for.
        statement.getResultSet().next();
      }
      return "done";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
