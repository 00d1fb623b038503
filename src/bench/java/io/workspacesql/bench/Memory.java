package io.workspacesql.bench;

import java.time.Duration;
import java.util.List;

/** What a scan of a million rows holds in a JVM with a heap of 64 MB. */
final class Memory implements Suite {
  private static final int ROWS = 1_000_000;

  @Override
  public List<Measurement> measure() throws Exception {
    try (DemoProcess server = DemoProcess.start(ROWS, Duration.ZERO)) {
      String[] used =
          ColdStart.run(
                  List.of(
                      "-Xmx64m",
                      "-cp",
                      "target/test-classes:" + ColdStart.fatJar(),
                      LongScan.class.getName(),
                      server.base().toString(),
                      Integer.toString(ROWS)))
              .split(" ", 2);
      return List.of(
          Measurement.ratio(
              "heap in use after 1,000,000 rows, -Xmx64m",
              megabytes(used[1]),
              "after 100,000 rows",
              megabytes(used[0]),
              1.1,
              1));
    }
  }

  private static Measurement.Result megabytes(String bytes) {
    return new Measurement.Result(Long.parseLong(bytes) / 1e6, " MB");
  }
}
