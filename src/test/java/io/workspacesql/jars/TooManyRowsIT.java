package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that would have to keep a million rows in a small heap. */
@Tag("threat-15")
final class TooManyRowsIT {
  private static final String SORT = "SELECT * FROM workspaces ORDER BY created_at";
  private static final String SMALL_SORT =
      "SELECT 'small' FROM (SELECT * FROM workspaces LIMIT 6000) ORDER BY created_at";

  /** It reads all and keeps ten. */
  private static final String FIRST_OF_A_SORT =
      "SELECT 'sorted' FROM (SELECT * FROM workspaces ORDER BY created_at LIMIT 10)";

  @TempDir static Path program;

  @BeforeAll
  static void copyProgram() throws IOException {
    Jars.copyClass(TooManyRowsProgram.class, program);
  }

  @Test
  void they_end_before_the_memory_does_and_the_connection_goes_on() throws Exception {
    Outcome outcome =
        ForkedJava.classPath(
            List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
            List.of(Jars.ALL, program),
            TooManyRowsProgram.class.getName(),
            SORT,
            "SELECT a.id FROM workspaces AS a JOIN workspaces AS b ON LOWER(a.name) = UPPER(b.name)",
            "SELECT id, COUNT(*) FROM workspaces GROUP BY id, name",
            "SELECT COUNT(*) FROM workspaces",
            FIRST_OF_A_SORT);

    assertThat(outcome.out().lines().toList())
        .satisfiesExactly(
            sort -> assertThat(sort).startsWith("53200 "),
            join -> assertThat(join).startsWith("53200 "),
            group -> assertThat(group).startsWith("53200 "),
            count -> assertThat(count).isEqualTo("row 1000000"),
            first -> assertThat(first).isEqualTo("row sorted"));
    assertThat(outcome.status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseParallelGC",
        "-XX:+UseG1GC",
        "-XX:+UseG1GC -XX:+ExplicitGCInvokesConcurrent",
        "-XX:+UseZGC",
        "-XX:+UseShenandoahGC"
      })
  void whatever_collects_the_garbage_the_large_ends_and_the_small_does_not(String collector)
      throws Exception {
    List<String> options = new ArrayList<>(List.of(collector.split(" ")));
    assumeThat(ForkedJava.knows(options)).isTrue();
    options.addAll(List.of("-Xmx96m", "-XX:+ExitOnOutOfMemoryError"));

    Outcome outcome =
        ForkedJava.classPath(
            options,
            List.of(Jars.ALL, program),
            TooManyRowsProgram.class.getName(),
            SORT,
            SMALL_SORT,
            SMALL_SORT);

    assertThat(outcome.out().lines().toList())
        .satisfiesExactly(
            large -> assertThat(large).startsWith("53200 "),
            small -> assertThat(small).isEqualTo("row small"),
            small -> assertThat(small).isEqualTo("row small"));
  }
}
