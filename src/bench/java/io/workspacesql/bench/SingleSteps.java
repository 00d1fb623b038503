package io.workspacesql.bench;

import io.workspacesql.bench.Measurement.Result;
import io.workspacesql.sql.predicate.PredicateTranslation;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Single steps in a JVM of their own, by JMH. */
final class SingleSteps implements Suite {
  private static final int ITERATIONS = 5;

  @Override
  public List<Measurement> measure() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(PageDecoding.class.getName())
                    .include(PredicateTranslation.class.getName())
                    .include(PageWalking.class.getName())
                    .include(Statements.class.getName())
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(ITERATIONS)
                    .measurementTime(TimeValue.seconds(1))
                    .forks(1)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Result all = micros(results, "allColumns");
    return List.of(
        Measurement.ratio(
            "decode a page, two columns of ten",
            micros(results, "twoColumns"),
            "all columns",
            all,
            0.6,
            ITERATIONS),
        Measurement.ratio(
            "decode a page, all columns",
            all,
            "Jackson's tokens",
            micros(results, "tokens"),
            Measurement.NO_GOAL,
            ITERATIONS),
        plain(results, "walk", "walk over a decoded page", Measurement.NO_GOAL),
        plain(results, "translate", "two conditions from the planner", Measurement.NO_GOAL),
        plain(results, "bind", "parameters of two conditions to a request", Measurement.NO_GOAL),
        plain(results, "again", "prepared statement once more, no request", 30),
        plain(results, "newLiteral", "plan of a known form with a new literal", 500),
        plain(results, "newShape", "plan of a new form", 15_000),
        plain(results, "getters", "read driver.pushdown with getString", Measurement.NO_GOAL));
  }

  private static Measurement plain(
      Collection<RunResult> results, String method, String name, double goal) {
    return Measurement.plain(name, micros(results, method), goal, ITERATIONS);
  }

  private static Result micros(Collection<RunResult> results, String method) {
    return results.stream()
        .map(RunResult::getPrimaryResult)
        .filter(result -> result.getLabel().equals(method))
        .map(result -> new Result(result.getScore(), " µs"))
        .findFirst()
        .orElseThrow();
  }
}
