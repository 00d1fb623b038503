package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that would have to keep a million rows in a small heap. */
@Tag("threat-15")
final class TooManyRowsIT {
  @TempDir static Path program;

  @Test
  void they_end_before_the_memory_does_and_the_connection_goes_on() throws Exception {
    Jars.copyClass(TooManyRowsProgram.class, program);

    Outcome outcome =
        ForkedJava.classPath(
            List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
            List.of(Jars.ALL, program),
            TooManyRowsProgram.class.getName(),
            "SELECT * FROM workspaces ORDER BY created_at",
            "SELECT a.id FROM workspaces AS a JOIN workspaces AS b ON LOWER(a.name) = UPPER(b.name)",
            "SELECT id, COUNT(*) FROM workspaces GROUP BY id, name",
            "SELECT COUNT(*) FROM workspaces");

    assertThat(outcome.out().lines().toList())
        .satisfiesExactly(
            sort -> assertThat(sort).startsWith("53200 "),
            join -> assertThat(join).startsWith("53200 "),
            group -> assertThat(group).startsWith("53200 "),
            count -> assertThat(count).isEqualTo("row 1000000"));
    assertThat(outcome.status()).isZero();
  }
}
