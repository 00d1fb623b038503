package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of a user, with the fat jar alone or beside the user's own libraries. */
final class UseOfFatJarIT {
  private static final String PROGRAM = DemoProgram.class.getName();

  @TempDir static Path program;

  @BeforeAll
  static void copyTheProgramAwayFromTheBuild() throws IOException {
    Jars.copyClass(DemoProgram.class, program);
  }

  @Test
  void it_answers_sql_and_writes_nothing_to_stderr() throws Exception {
    Outcome outcome = ForkedJava.classPath(List.of(Jars.ALL, program), PROGRAM);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("rows: 1000");
  }

  @Tag("threat-2")
  @Test
  void it_is_the_only_driver_that_appears() throws Exception {
    Outcome outcome = ForkedJava.classPath(List.of(Jars.ALL, program), PROGRAM);

    assertThat(outcome.out().lines().filter(l -> l.startsWith("driver: ")))
        .containsExactly("driver: io.workspacesql.WorkspacesDriver");
  }

  @Test
  void it_is_silent_beside_another_logging_library() throws Exception {
    List<Path> jars = new ArrayList<>(Jars.foreignLogging());
    jars.add(Jars.ALL);
    jars.add(program);

    Outcome outcome = ForkedJava.classPath(jars, PROGRAM);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("rows: 1000");
  }
}
