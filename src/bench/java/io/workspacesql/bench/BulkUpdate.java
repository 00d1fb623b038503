package io.workspacesql.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An UPDATE of 1,000 rows by predicate at 50 ms latency: ten pages to read, then 1,000 PUTs. */
final class BulkUpdate implements Suite {
  private static final int ROWS = 1_000;
  private static final int PAGE = 100;
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final int ROUNDS = 5;
  private static final double GOAL = 1.2;

  @Override
  public List<Measurement> measure() throws Exception {
    List<Measurement> measurements = new ArrayList<>();
    try (DemoProcess server = DemoProcess.start(ROWS, LATENCY)) {
      round(server, 16); // warm-up
      for (int concurrency : List.of(4, 16)) {
        measurements.addAll(measure(server, concurrency));
      }
    }
    return measurements;
  }

  private static List<Measurement> measure(DemoProcess server, int concurrency) throws Exception {
    List<Duration> driver = new ArrayList<>();
    List<Duration> byHand = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Duration> times = round(server, concurrency);
      driver.add(times.get(0));
      byHand.add(times.get(1));
    }
    int inTurn = ROWS / PAGE + (ROWS + concurrency - 1) / concurrency;
    List<Duration> ideal = Collections.nCopies(ROUNDS, LATENCY.multipliedBy(inTurn));
    String name = "UPDATE of 1,000 rows, 50 ms latency, writeConcurrency=" + concurrency;
    return List.of(
        Measurement.ratio(name, driver, "ideal", ideal, GOAL),
        Measurement.ratio("the same", driver, "by hand", byHand, Measurement.NO_GOAL));
  }

  /** The driver's time, and that of the hand-written program. */
  private static List<Duration> round(DemoProcess server, int concurrency) throws Exception {
    List<String> properties =
        List.of("writeConcurrency", "" + concurrency, "maxConcurrentRequests", "" + concurrency);
    try (Connection connection = server.connect(properties);
        Statement statement = connection.createStatement();
        HandWritten script = HandWritten.connect(server.base(), concurrency)) {
      return List.of(
          Stopwatch.time(
              () ->
                  requireAll(
                      statement.executeUpdate(
                          "UPDATE workspaces SET cache_enabled = TRUE WHERE tombstone = FALSE"))),
          Stopwatch.time(() -> requireAll(script.update("{\"cache_enabled\":false}"))));
    }
  }

  private static void requireAll(int rows) {
    if (rows != ROWS) {
      throw new IllegalStateException(rows + " rows were written, not " + ROWS);
    }
  }
}
