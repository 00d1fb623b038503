package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was left out of the fat jar is needed by nothing that the driver promises. */
final class StatementsOfFatJarIT {
  private static final String PROGRAM = StatementsProgram.class.getName();

  @Test
  void every_function_and_every_kind_of_statement_runs_on_it(@TempDir Path program)
      throws Exception {
    Jars.copyClass(StatementsProgram.class, program);

    Outcome outcome =
        ForkedJava.classPath(
            List.of(Jars.ALL, program), PROGRAM, "docs/functions.md", "src/test/resources/golden");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().filter(line -> line.startsWith("failed: "))).isEmpty();
    assertThat(statements(outcome)).isGreaterThan(400);
  }

  private static int statements(Outcome outcome) {
    String last = outcome.out().lines().reduce((first, second) -> second).orElseThrow();
    return Integer.parseInt(last.substring("statements: ".length()));
  }
}
