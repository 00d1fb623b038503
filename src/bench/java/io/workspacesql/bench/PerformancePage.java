package io.workspacesql.bench;

import io.workspacesql.golden.GeneratedPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs all benchmarks, prints what they took and writes it into {@code docs/performance.md}. */
final class PerformancePage {
  private static final List<Suite> SUITES =
      List.of(new ColdStart(), new SingleSteps(), new Scan(), new Memory(), new BulkUpdate());
  private static final Path FILE = Path.of("docs/performance.md");

  private PerformancePage() {}

  public static void main(String[] args) throws Exception {
    List<Measurement> measurements = new ArrayList<>();
    for (Suite suite : SUITES) {
      measurements.addAll(suite.measure());
    }
    List<String> lines = lines(measurements);
    lines.forEach(System.out::println);
    String page = new GeneratedPage(Files.readString(FILE)).with("measurements", lines).text();
    Files.writeString(FILE, page);
    if (!measurements.stream().allMatch(Measurement::reachesGoal)) {
      System.exit(1);
    }
  }

  private static List<String> lines(List<Measurement> measurements) {
    List<String> lines = new ArrayList<>(List.of(machine(), ""));
    lines.add(GeneratedPage.row(Measurement.TITLES));
    lines.add(GeneratedPage.row(Measurement.TITLES.stream().map(title -> "---").toList()));
    lines.addAll(
        measurements.stream()
            .map(measurement -> GeneratedPage.row(measurement.cells()))
            .collect(Collectors.toList()));
    return lines;
  }

  private static String machine() {
    return "%s, %d processors, %s %s, JDK %s (%s)"
        .formatted(
            LocalDate.now(Clock.system(ZoneOffset.UTC)),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            System.getProperty("java.vendor"));
  }
}
