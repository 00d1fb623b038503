package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.run.Eventually;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Connections are opened, used and closed in as many ways as users have: tidily, in the middle of a
 * scan, with statements left open. {@code -Dendurance.cycles} says how often; {@code -Psoak} says
 * 10,000.
 */
final class EnduranceTests {
  private static final int CYCLES = Integer.getInteger("endurance.cycles", 300);
  private static final long MOST_GROWTH_BYTES = 8L << 20;

  /** Those of OkHttp and Okio, which all connections of the JVM share. */
  private static final int MOST_NEW_THREADS = 4;

  private LiveOrganization organization;
  private Turnstile turnstile;

  @BeforeEach
  void start() throws IOException {
    organization = LiveOrganization.slow(300, Duration.ZERO);
    turnstile = organization.turnstile();
  }

  @AfterEach
  void stop() throws IOException {
    turnstile.close();
    organization.close();
  }

  @Tag("threat-22")
  @Test
  void threads_sockets_and_heap_stay_flat() throws SQLException {
    cycle(CYCLES / 3);
    State warm = settled();
    cycle(CYCLES - CYCLES / 3);
    State after = settled();

    System.out.printf("%d cycles: %s, then %s%n", CYCLES, warm, after);
    assertThat(after.sockets()).isZero();
    assertThat(after.threads()).isLessThanOrEqualTo(warm.threads() + MOST_NEW_THREADS);
    assertThat(after.heap()).isLessThan(warm.heap() + MOST_GROWTH_BYTES);
  }

  private void cycle(int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      try (Connection connection = organization.connect(turnstile, "prefetchPages", "2")) {
        switch (i % 4) {
          case 0 -> readInPart(connection, i);
          case 1 -> LiveOrganization.rows(connection, "SELECT name FROM workspaces LIMIT 3");
          case 2 -> write(connection, i);
          default -> assertThat(connection.isValid(30)).isTrue();
        }
      }
    }
  }

  /** Leaves the statement and its pages to come. */
  private static void readInPart(Connection connection, int rowsToRead) throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM workspaces");
    for (int row = 0; row < rowsToRead % 250; row++) {
      assertThat(rows.next()).isTrue();
    }
  }

  private static void write(Connection connection, int round) throws SQLException {
    String status = round % 8 == 2 ? "inactive" : "active";
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE workspaces SET status = '" + status + "' WHERE name = 'default'");
    }
  }

  private State settled() {
    Eventually.holds(() -> turnstile.open() == 0);
    Eventually.holds(() -> threads("airbyte-workspaces-") == 0 && threads("airbyte-planner") == 0);
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new State(turnstile.open(), (int) (threads("") - threads("turnstile")), heap);
  }

  private static long threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .count();
  }

  private record State(int sockets, int threads, long heap) {}
}
