package io.workspacesql.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one setting of a benchmark took.
 *
 * @param ideal the latency of the requests that cannot be in flight at once, and nothing else
 * @param driver one time a round
 * @param byHand the same rounds, each run right after the driver's, by a program that does no more
 *     than the work
 * @param goal what the driver's time over the ideal may be
 */
record Measurement(
    String name, Duration ideal, List<Duration> driver, List<Duration> byHand, double goal) {
  static final List<String> TITLES =
      List.of(
          "what",
          "ideal",
          "driver",
          "by hand",
          "driver / ideal",
          "goal",
          "driver / by hand",
          "rounds");

  List<String> cells() {
    return List.of(
        name,
        seconds((double) ideal.toNanos()),
        seconds(median(nanos(driver))),
        seconds(median(nanos(byHand))),
        ratio(median(overIdeal())),
        String.format(Locale.ROOT, "≤ %.1f", goal),
        ratio(median(overByHand())),
        Integer.toString(driver.size()));
  }

  /** Whether the median round reaches the goal. */
  boolean reachesGoal() {
    return median(overIdeal()) <= goal;
  }

  private double[] overIdeal() {
    return Arrays.stream(nanos(driver)).map(nanos -> nanos / ideal.toNanos()).toArray();
  }

  /** Round by round, so that a machine whose speed drifts does not matter. */
  private double[] overByHand() {
    double[] ratios = nanos(driver);
    double[] others = nanos(byHand);
    Arrays.setAll(ratios, round -> ratios[round] / others[round]);
    return ratios;
  }

  private static double[] nanos(List<Duration> times) {
    return times.stream().mapToDouble(Duration::toNanos).toArray();
  }

  private static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String seconds(double nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
