package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan of a million rows, with the server in the same small heap. */
final class MillionRowsIT {
  @TempDir static Path program;

  @Test
  void a_million_rows_fit_into_96_megabytes() throws Exception {
    Jars.copyClass(MillionRowsProgram.class, program);

    Outcome outcome =
        ForkedJava.classPath(
            List.of("-Xmx96m"), List.of(Jars.ALL, program), MillionRowsProgram.class.getName());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("rows: 1000000,", "pages: 10000");
  }
}
