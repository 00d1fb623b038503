package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sixteen threads, each with its own statements, use one connection at once. */
@Timeout(180)
final class SharedConnectionTests {
  private static final int THREADS = 16;
  private static final int ROUNDS = 12;
  private static final int TENANTS = 400;
  private static final int MOST_REQUESTS = 4;

  private LiveOrganization organization;
  private Turnstile turnstile;

  @BeforeEach
  void start() throws IOException {
    organization = LiveOrganization.slow(TENANTS, Duration.ofMillis(10));
    turnstile = organization.turnstile();
  }

  @AfterEach
  void stop() throws IOException {
    turnstile.close();
    organization.close();
  }

  @Test
  void reads_writes_and_cancels_of_many_threads_do_not_disturb_each_other() throws Exception {
    try (Connection connection =
        organization.connect(
            turnstile, "maxConcurrentRequests", "" + MOST_REQUESTS, "countFromStats", "NEVER")) {
      List<String> ids = LiveOrganization.rows(connection, "SELECT id FROM workspaces");
      assertThat(new HashSet<>(ids)).hasSize(TENANTS);
      List<Worker> workers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        workers.add(new Worker(connection, ids, ids.get(i), i));
      }
      run(workers);
      for (Worker worker : workers) {
        assertThat(worker.nameAtTheServer()).isEqualTo(worker.lastName);
      }
    }
    assertThat(turnstile.mostWaiting()).isBetween(2, MOST_REQUESTS);
  }

  private static void run(List<Worker> workers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      List<Future<?>> ends = new ArrayList<>();
      workers.forEach(worker -> ends.add(threads.submit(worker::work, null)));
      for (Future<?> end : ends) {
        end.get(120, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Owns one tenant, which nobody else writes; reads them all. */
  private static final class Worker {
    private final Connection connection;
    private final List<String> ids;
    private final String own;
    private final Random random;
    private final int number;
    private String lastName = "";

    Worker(Connection connection, List<String> ids, String own, int number) {
      this.connection = connection;
      this.ids = ids;
      this.own = own;
      this.number = number;
      this.random = new Random(number);
    }

    void work() {
      try {
        rename(0);
        for (int round = 1; round <= ROUNDS; round++) {
          switch (random.nextInt(4)) {
            case 0 -> rename(round);
            case 1 -> readAll();
            case 2 -> cancelAScan();
            default -> readOne();
          }
        }
      } catch (SQLException e) {
        throw new AssertionError("worker " + number + " (its seed)", e);
      }
    }

    String nameAtTheServer() throws SQLException {
      return name(own);
    }

    private void rename(int round) throws SQLException {
      lastName = "worker " + number + " round " + round;
      try (Statement statement = connection.createStatement()) {
        String sql = "UPDATE workspaces SET name = '" + lastName + "' WHERE id = '" + own + "'";
        assertThat(statement.executeUpdate(sql)).isEqualTo(1);
      }
      assertThat(name(own)).isEqualTo(lastName);
    }

    private void readAll() throws SQLException {
      assertThat(LiveOrganization.rows(connection, "SELECT id FROM workspaces"))
          .containsExactlyInAnyOrderElementsOf(ids);
    }

    private void readOne() throws SQLException {
      assertThat(name(own)).isEqualTo(lastName);
    }

    private String name(String id) throws SQLException {
      return LiveOrganization.rows(
              connection, "SELECT name FROM workspaces WHERE id = '" + id + "'")
          .get(0);
    }

    private void cancelAScan() throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT id FROM workspaces")) {
        assertThat(rows.next()).isTrue();
        statement.cancel();
        while (rows.next()) {
          assertThat(ids).contains(rows.getString(1));
        }
        throw new AssertionError("a cancelled scan ended as if it were whole");
      } catch (SQLException e) {
        if (!"57014".equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }
}
