package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The newest Java, where it is installed: {@code -Djdk.newest=} says where. */
final class OtherJdkIT {
  private static final Path HOME =
      Path.of(System.getProperty("jdk.newest", "/usr/lib/jvm/temurin-25-jdk-amd64"));

  @Test
  void the_tour_runs_and_nothing_is_said_on_stderr() throws Exception {
    assumeTrue(Files.isExecutable(HOME.resolve("bin/java")), HOME + " is no JDK");

    Outcome outcome = ForkedJava.otherJdk(HOME, List.of(Jars.CLI), "io.workspacesql.shell.Tour");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("Globex");
  }
}
