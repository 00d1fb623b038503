package io.workspacesql.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All columns of all rows, by the driver and by a hand-written loop that reads one page after the
 * other, in turns.
 */
final class Scan implements Suite {
  private static final int COLUMNS = 10;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @Override
  public List<Measurement> measure() throws Exception {
    List<Measurement> measurements = new ArrayList<>();
    try (DemoProcess server = DemoProcess.start(20_000, Duration.ofMillis(20))) {
      Rounds rounds = Rounds.of(server, 20_000, 1, 5);
      measurements.add(
          Measurement.ratio(
              "scan of 20,000 rows, 20 ms latency", rounds.driver, "by hand", rounds.byHand, 0.95));
    }
    try (DemoProcess server = DemoProcess.start(100_000, Duration.ZERO)) {
      Rounds rounds = Rounds.of(server, 100_000, 3, 7);
      String name = "scan of 100,000 rows, no latency";
      measurements.add(Measurement.ratio(name, rounds.driver, "by hand", rounds.byHand, 1.5));
      measurements.add(
          Measurement.ratio(
              name + ", processor time", rounds.driverCpu, "by hand", rounds.byHandCpu, 1.5));
    }
    return measurements;
  }

  /** Times of both. */
  private static final class Rounds {
    private final List<Duration> driver = new ArrayList<>();
    private final List<Duration> byHand = new ArrayList<>();
    private final List<Duration> driverCpu = new ArrayList<>();
    private final List<Duration> byHandCpu = new ArrayList<>();

    static Rounds of(DemoProcess server, int rows, int warmUps, int rounds) throws Exception {
      Rounds warm = new Rounds();
      Rounds measured = new Rounds();
      try (Connection connection = server.connect(List.of());
          Statement statement = connection.createStatement()) {
        PageLoop loop = PageLoop.connect(server.base());
        for (int i = 0; i < warmUps + rounds; i++) {
          (i < warmUps ? warm : measured).round(statement, loop, rows);
        }
      }
      return measured;
    }

    private void round(Statement statement, PageLoop loop, int rows) throws Exception {
      take(() -> require(rows, read(statement)), driver, driverCpu);
      take(() -> require(rows, loop.rows("limit=100")), byHand, byHandCpu);
    }

    private static void take(Stopwatch.Task task, List<Duration> wall, List<Duration> cpu)
        throws Exception {
      long before = SYSTEM.getProcessCpuTime();
      wall.add(Stopwatch.time(task));
      cpu.add(Duration.ofNanos(SYSTEM.getProcessCpuTime() - before));
    }
  }

  private static int read(Statement statement) throws Exception {
    int rows = 0;
    try (ResultSet results = statement.executeQuery("SELECT * FROM workspaces")) {
      while (results.next()) {
        rows++;
        for (int column = 1; column <= COLUMNS; column++) {
          results.getString(column);
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
