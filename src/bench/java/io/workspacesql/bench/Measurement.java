package io.workspacesql.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one setting of a benchmark took.
 *
 * @param driver what the driver took, with its unit
 * @param against what it is compared with, and what that took; empty = the goal is no ratio
 * @param result what the goal speaks of: a ratio, or a number of microseconds
 * @param goal what the result may be at most; {@link Double#POSITIVE_INFINITY} = there is none
 * @param rounds how often it was measured
 */
record Measurement(
    String name, String driver, String against, Result result, double goal, int rounds) {
  static final double NO_GOAL = Double.POSITIVE_INFINITY;

  static final List<String> TITLES =
      List.of("what", "driver", "compared with", "result", "goal", "rounds");

  /** A number with the word that makes it readable. */
  record Result(double value, String unit) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, value < 10 ? "%.2f%s" : "%.0f%s", value, unit);
    }
  }

  /**
   * Times against those of something else that did the same work, round by round, so that a machine
   * whose speed drifts does not matter; the result is the median ratio.
   */
  static Measurement ratio(
      String name, List<Duration> driver, String what, List<Duration> other, double goal) {
    double[] ratios = new double[driver.size()];
    Arrays.setAll(
        ratios, round -> (double) driver.get(round).toNanos() / other.get(round).toNanos());
    return new Measurement(
        name,
        time(driver),
        what + ": " + time(other),
        new Result(median(ratios), ""),
        goal,
        driver.size());
  }

  /** The ratio of two numbers with a unit. */
  static Measurement ratio(
      String name, Result driver, String what, Result other, double goal, int rounds) {
    Result ratio = new Result(driver.value() / other.value(), "");
    return new Measurement(name, driver.toString(), what + ": " + other, ratio, goal, rounds);
  }

  /** A number that stands for itself. */
  static Measurement plain(String name, Result driver, double goal, int rounds) {
    return new Measurement(name, driver.toString(), "", driver, goal, rounds);
  }

  List<String> cells() {
    return List.of(name, driver, against, result.toString(), goalText(), Integer.toString(rounds));
  }

  private String goalText() {
    if (goal == NO_GOAL) {
      return "";
    }
    String most = "≤ " + new Result(goal, result.unit());
    return reachesGoal() ? most : most + ", **missed**";
  }

  boolean reachesGoal() {
    return result.value() <= goal;
  }

  private static String time(List<Duration> times) {
    double[] millis = times.stream().mapToDouble(time -> time.toNanos() / 1e6).toArray();
    return String.format(Locale.ROOT, "%,.0f ms", median(millis));
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
