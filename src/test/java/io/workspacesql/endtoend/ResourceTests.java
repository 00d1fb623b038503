package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workspacesql.run.Eventually;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is begun is ended: by a close, by an interrupt, or when nobody holds it any more. */
@Timeout(120)
final class ResourceTests {
  private static final String SCAN = "SELECT id FROM workspaces";
  private static final String SORTED = "SELECT id FROM workspaces ORDER BY name";
  private static final String DEPTH = "prefetchPages";

  private LiveOrganization organization;
  private Turnstile turnstile;

  @BeforeEach
  void start() throws IOException {
    organization = LiveOrganization.slow(1_000_000, Duration.ofMillis(50));
    turnstile = organization.turnstile();
  }

  @AfterEach
  void stop() throws IOException {
    turnstile.close();
    organization.close();
  }

  @Tag("threat-22")
  @ParameterizedTest(name = "{0}, {1} pages ahead")
  @CsvSource({SCAN + ",0", SCAN + ",3", SORTED + ",0", SORTED + ",3"})
  void closing_the_connection_ends_a_scan_of_another_thread(String sql, String depth)
      throws Exception {
    Set<Thread> before = ours();
    Connection connection = organization.connect(turnstile, DEPTH, depth);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<SQLException> failure =
        CompletableFuture.supplyAsync(() -> failureOfReading(connection, sql, begun));
    begun.await();
    TimeUnit.MILLISECONDS.sleep(300); // some pages
    connection.close();

    assertThat(failure.get(10, TimeUnit.SECONDS).getSQLState()).isIn("57014", "55000", "08003");
    Eventually.holds(() -> turnstile.open() == 0);
    Eventually.holds(() -> before.containsAll(ours()));
  }

  @Tag("threat-22")
  @Test
  void statements_that_nobody_closes_hold_no_more_sockets_than_one() throws SQLException {
    try (Connection connection = organization.connect(turnstile, DEPTH, "1")) {
      for (int i = 0; i < 20; i++) {
        ResultSet rows = connection.createStatement().executeQuery(SCAN);
        rows.next();
      }
      assertThat(turnstile.open()).isEqualTo(1);
    }
    Eventually.holds(() -> turnstile.open() == 0);
  }

  @Tag("threat-22")
  @Test
  void a_connection_that_nobody_closes_loses_its_sockets_threads_and_memory() throws SQLException {
    Set<Thread> before = ours();
    WeakReference<Connection> abandoned = abandonedInTheMiddleOfAScan();

    Eventually.holds(() -> turnstile.open() == 0);
    Eventually.holds(() -> before.containsAll(ours()));
    Eventually.holds(
        () -> {
          System.gc();
          return abandoned.get() == null;
        });
  }

  @ParameterizedTest(name = "{0} pages ahead")
  @ValueSource(strings = {"0", "3"})
  void an_interrupted_reader_gets_57014_and_stays_interrupted(String depth) throws Exception {
    try (Connection connection = organization.connect(turnstile, DEPTH, depth)) {
      assertThat(isInterruptedAfterReading(connection, SCAN)).isTrue();
      assertThat(isInterruptedAfterReading(connection, SORTED)).isTrue();
      assertThat(LiveOrganization.rows(connection, "SELECT name FROM workspaces LIMIT 1"))
          .hasSize(1);
    }
  }

  /** Interrupts a thread that reads; whether the interrupt was still set after its 57014. */
  private static boolean isInterruptedAfterReading(Connection connection, String sql)
      throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              SQLException failure = failureOfReading(connection, sql, begun);
              interrupted.complete(
                  "57014".equals(failure.getSQLState()) && Thread.currentThread().isInterrupted());
            });
    reader.start();
    begun.await();
    TimeUnit.MILLISECONDS.sleep(300); // some pages
    reader.interrupt();
    return interrupted.get(10, TimeUnit.SECONDS);
  }

  private static SQLException failureOfReading(
      Connection connection, String sql, CountDownLatch begun) {
    return catchThrowableOfType(
        SQLException.class,
        () -> {
          try (Statement statement = connection.createStatement()) {
            begun.countDown();
            ResultSet rows = statement.executeQuery(sql);
            while (rows.next()) {
              assertThat(rows.getString(1)).isNotNull();
            }
          }
        });
  }

  private WeakReference<Connection> abandonedInTheMiddleOfAScan() throws SQLException {
    Connection connection = organization.connect(turnstile, DEPTH, "3");
    ResultSet rows = connection.createStatement().executeQuery(SCAN);
    for (int i = 0; i < 150; i++) {
      rows.next();
    }
    return new WeakReference<>(connection);
  }

  private static Set<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("airbyte-workspaces-"))
        .collect(Collectors.toSet());
  }
}
