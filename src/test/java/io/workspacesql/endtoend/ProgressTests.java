package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line tells how far a long statement is. */
final class ProgressTests {
  @TempDir Path folder;

  @Test
  void a_long_scan_counts_its_requests_and_wipes_the_line_at_the_end() throws Exception {
    Process shell =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "io.workspacesql.shell.Shell",
                "--progress",
                "-e",
                "SELECT MAX(name) FROM workspaces",
                "jdbc:airbyte:demo:progress?workspaces=1000&latency=200ms")
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();

    assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String line = Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    assertThat(line).containsPattern("[1-9] requests so far").endsWith("\r\u001b[K");
  }
}
