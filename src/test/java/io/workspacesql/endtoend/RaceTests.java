package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.error.WriteFailedException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two threads meet at moments drawn from a seed ({@code -Drace.seed}, {@code -Drace.rounds}). Who
 * wins is open; that the outcome is one of those announced is not.
 */
@Timeout(300)
final class RaceTests {
  private static final int ROUNDS = Integer.getInteger("race.rounds", 60);
  private static final long SEED = Long.getLong("race.seed", 1);
  private static final int TENANTS = 450;
  private static final Set<String> STANDING = Set.of("done", "unknown");
  private static final Set<String> ENDED = Set.of("57014", "55000", "08003");

  private final Random random = new Random(SEED);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private LiveOrganization organization;

  @BeforeEach
  void start() throws IOException {
    organization = LiveOrganization.slow(TENANTS, Duration.ofMillis(2));
  }

  @AfterEach
  void stop() throws IOException {
    threads.shutdownNow();
    organization.close();
  }

  /** What the other thread does. */
  enum Intrusion {
    CANCEL {
      @Override
      void into(Reading reading) throws SQLException {
        reading.statement.cancel();
      }
    },
    CLOSE_RESULT {
      @Override
      void into(Reading reading) throws SQLException {
        ResultSet rows = reading.rows;
        if (rows != null) {
          rows.close();
        }
      }
    },
    CLOSE_STATEMENT {
      @Override
      void into(Reading reading) throws SQLException {
        reading.statement.close();
      }
    },
    CLOSE_CONNECTION {
      @Override
      void into(Reading reading) throws SQLException {
        reading.connection.close();
      }
    },
    ABORT {
      @Override
      void into(Reading reading) throws SQLException {
        reading.connection.abort(Runnable::run);
      }
    };

    abstract void into(Reading reading) throws SQLException;
  }

  @ParameterizedTest
  @EnumSource(Intrusion.class)
  void a_reader_gets_all_rows_or_a_failure_and_never_a_part(Intrusion intrusion) throws Exception {
    int whole = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (Connection connection = organization.connect("prefetchPages", "" + random.nextInt(3));
          Statement statement = connection.createStatement()) {
        Reading reading = new Reading(connection, statement, sql(round));
        Outcome outcome = race(reading, () -> intrusion.into(reading));
        assertThat(outcome.isAllowed())
            .as("%s in round %d: %s", intrusion, round, outcome)
            .isTrue();
        whole += outcome.state() == null ? 1 : 0;
      }
    }
    assertThat(whole).as("rounds that the reader won").isLessThan(ROUNDS);
  }

  @Test
  void a_cancelled_statement_works_again() throws Exception {
    try (Connection connection = organization.connect();
        Statement statement = connection.createStatement()) {
      for (int round = 0; round < ROUNDS; round++) {
        Reading reading = new Reading(connection, statement, sql(round));
        Outcome outcome = race(reading, statement::cancel);
        assertThat(outcome.isAllowed()).as("round %d: %s", round, outcome).isTrue();
        assertThat(new Reading(connection, statement, sql(round)).call().state()).isNull();
      }
    }
  }

  @Test
  void a_write_and_a_close_agree_on_what_happened() throws Exception {
    try (Connection looking = organization.connect()) {
      String id =
          LiveOrganization.rows(looking, "SELECT id FROM workspaces WHERE name = 'default'").get(0);
      for (int round = 0; round < ROUNDS; round++) {
        String name = "name of round " + round;
        Outcome outcome;
        try (Connection connection = organization.connect();
            Statement statement = connection.createStatement()) {
          String sql = "UPDATE workspaces SET name = '" + name + "' WHERE id = '" + id + "'";
          outcome = race(() -> update(statement, sql), connection::close);
        }
        String found =
            LiveOrganization.rows(looking, "SELECT name FROM workspaces WHERE id = '" + id + "'")
                .get(0);
        assertThat(outcome.agreesWith(found.equals(name)))
            .as("round %d: %s, and the server has %s", round, outcome, found)
            .isTrue();
      }
    }
  }

  @Tag("threat-17")
  @Test
  void a_storm_of_connections_asks_for_one_token() throws Exception {
    for (int round = 0; round < 15; round++) {
      DemoOptions options = DemoOptions.of("storm-" + round, 10, SEED, Duration.ofMillis(5));
      try (DemoOrganization stormed = DemoOrganization.start(options)) {
        List<Future<Outcome>> ends = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(16);
        for (int i = 0; i < 16; i++) {
          ends.add(threads.submit(() -> connectAndRead(stormed, together)));
        }
        for (Future<Outcome> end : ends) {
          assertThat(end.get(60, TimeUnit.SECONDS)).isEqualTo(new Outcome(10, null));
        }
        assertThat(stormed.requests().get("POST /account/applications/token")).isEqualTo(1);
      }
    }
  }

  private static Outcome connectAndRead(DemoOrganization stormed, CyclicBarrier together)
      throws Exception {
    together.await();
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:airbyte:" + stormed.base(), stormed.clientId(), stormed.clientSecret())) {
      return new Outcome(
          LiveOrganization.rows(connection, "SELECT id FROM workspaces").size(), null);
    }
  }

  private static Outcome update(Statement statement, String sql) {
    try {
      return new Outcome(statement.executeUpdate(sql), null);
    } catch (SQLException e) {
      WriteFailedException told = WriteFailedException.in(e);
      boolean doubtful =
          told != null && told.outcomes().stream().anyMatch(row -> STANDING.contains(row.state()));
      return new Outcome(doubtful ? 1 : 0, e.getSQLState());
    }
  }

  /** A text that has no plan yet. */
  private static String sql(int round) {
    return "SELECT id, "
        + round
        + " FROM workspaces WHERE name <> 'round "
        + round
        + "'"
        + (round % 2 == 0 ? "" : " ORDER BY name");
  }

  /** Begins both at once; the intruder waits up to 30 ms. */
  private Outcome race(Callable<Outcome> reading, Intruder intruder) throws Exception {
    long pause = random.nextInt(30_000) * 1_000L;
    CyclicBarrier together = new CyclicBarrier(2);
    Future<Outcome> outcome =
        threads.submit(
            () -> {
              together.await();
              return reading.call();
            });
    together.await();
    LockSupport.parkNanos(pause);
    intruder.intrude();
    return outcome.get(60, TimeUnit.SECONDS);
  }

  @FunctionalInterface
  private interface Intruder {
    void intrude() throws SQLException;
  }

  /**
   * How it ended.
   *
   * @param rows read, or perhaps written
   * @param state of the failure; null = none
   */
  private record Outcome(int rows, @Nullable String state) {
    boolean isAllowed() {
      return state == null ? rows == TENANTS : ENDED.contains(state);
    }

    /** A write that did not fail has happened; one that nobody reports has not. */
    boolean agreesWith(boolean happened) {
      if (state == null) {
        return rows == 1 && happened;
      }
      return (ENDED.contains(state) || "58030".equals(state)) && (rows == 1 || !happened);
    }
  }

  /** Plans, executes and reads to the end, each id once. */
  private static final class Reading implements Callable<Outcome> {
    private final Connection connection;
    private final Statement statement;
    private final String sql;
    private volatile @Nullable ResultSet rows;

    Reading(Connection connection, Statement statement, String sql) {
      this.connection = connection;
      this.statement = statement;
      this.sql = sql;
    }

    @Override
    public Outcome call() {
      Set<String> ids = new HashSet<>();
      try {
        ResultSet opened = statement.executeQuery(sql);
        rows = opened;
        while (opened.next()) {
          assertThat(ids.add(opened.getString(1))).isTrue();
        }
        return new Outcome(ids.size(), null);
      } catch (SQLException e) {
        return new Outcome(ids.size(), e.getSQLState());
      }
    }
  }
}
