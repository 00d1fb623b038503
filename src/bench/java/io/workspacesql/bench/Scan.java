package io.workspacesql.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * All columns of all rows, by the driver and by a hand-written loop that reads one page after the
 * other, in turns.
 */
final class Scan implements Suite {
  private static final int COLUMNS = 10;
  private static final int PAGE = 100;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** What a consumer needs for a page who writes its rows to a disk or to another database. */
  private static final Duration WORK = Duration.ofMillis(2);

  /** Without latency first: that is where the code of both gets warm. */
  @Override
  public List<Measurement> measure() throws Exception {
    List<Measurement> measurements = new ArrayList<>();
    try (DemoProcess server = DemoProcess.start(100_000, Duration.ZERO)) {
      Rounds rounds = Rounds.of(server, 100_000, Duration.ZERO, 10, 9);
      String name = "scan of 100,000 rows, no latency";
      measurements.add(Measurement.ratio(name, rounds.driver, "by hand", rounds.byHand, 1.5));
      measurements.add(
          Measurement.ratio(
              name + ", processor time", rounds.driverCpu, "by hand", rounds.byHandCpu, 1.5));
    }
    try (DemoProcess server = DemoProcess.start(20_000, Duration.ofMillis(20))) {
      String name = "scan of 20,000 rows, 20 ms latency";
      measurements.add(ofLatency(name, server, 20_000, Duration.ZERO, 0.95));
      measurements.add(ofLatency(name + ", 2 ms of work on each page", server, 20_000, WORK, 0.95));
    }
    try (DemoProcess server = DemoProcess.start(5_000, Duration.ofMillis(100))) {
      String name = "scan of 5,000 rows, 100 ms latency";
      measurements.add(ofLatency(name, server, 5_000, Duration.ZERO, Measurement.NO_GOAL));
    }
    return measurements;
  }

  private static Measurement ofLatency(
      String name, DemoProcess server, int rows, Duration work, double goal) throws Exception {
    Rounds rounds = Rounds.of(server, rows, work, 1, 5);
    return Measurement.ratio(name, rounds.driver, "by hand", rounds.byHand, goal);
  }

  /** Times of both. */
  private static final class Rounds {
    private final List<Duration> driver = new ArrayList<>();
    private final List<Duration> byHand = new ArrayList<>();
    private final List<Duration> driverCpu = new ArrayList<>();
    private final List<Duration> byHandCpu = new ArrayList<>();

    static Rounds of(DemoProcess server, int rows, Duration work, int warmUps, int rounds)
        throws Exception {
      Rounds warm = new Rounds();
      Rounds measured = new Rounds();
      try (Connection connection = server.connect(List.of());
          Statement statement = connection.createStatement()) {
        PageLoop loop = PageLoop.connect(server.base());
        for (int i = 0; i < warmUps + rounds; i++) {
          (i < warmUps ? warm : measured).round(statement, loop, rows, work);
        }
      }
      return measured;
    }

    private void round(Statement statement, PageLoop loop, int rows, Duration work)
        throws Exception {
      Runnable consumer = () -> LockSupport.parkNanos(work.toNanos());
      take(() -> require(rows, read(statement, consumer)), driver, driverCpu);
      take(() -> require(rows, loop.rows("limit=100", consumer)), byHand, byHandCpu);
    }

    private static void take(Stopwatch.Task task, List<Duration> wall, List<Duration> cpu)
        throws Exception {
      long before = SYSTEM.getProcessCpuTime();
      wall.add(Stopwatch.time(task));
      cpu.add(Duration.ofNanos(SYSTEM.getProcessCpuTime() - before));
    }
  }

  private static int read(Statement statement, Runnable consumer) throws Exception {
    int rows = 0;
    try (ResultSet results = statement.executeQuery("SELECT * FROM workspaces")) {
      while (results.next()) {
        for (int column = 1; column <= COLUMNS; column++) {
          results.getString(column);
        }
        if (++rows % PAGE == 0) {
          consumer.run();
        }
      }
    }
    return rows;
  }

  private static void require(int wanted, int rows) {
    if (rows != wanted) {
      throw new IllegalStateException(rows + " rows were read, not " + wanted);
    }
  }
}
