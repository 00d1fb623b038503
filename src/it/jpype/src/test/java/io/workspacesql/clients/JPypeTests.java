package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Runs the tests in Python, where JPype is installed (Debian: {@code apt-get install
 * python3-jpype}).
 */
class JPypeTests {
  /** The one in the path, and the one for which Debian has JPype. */
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  @Test
  void the_tests_in_python_pass() throws Exception {
    assertThat(run("src/test/python/test_tenants.py")).containsPattern("Ran \\d\\d tests");
  }

  @Test
  void the_example_prints_its_report() throws Exception {
    Path example = Path.of(System.getProperty("checkout"), "examples/python/tenants.py");

    assertThat(run(example.toString(), System.getProperty("driver.jar")).lines())
        .startsWith("name,created_at")
        .contains("Aperture Health 0120,2023-07-09 13:42:38.077567");
  }

  private static String run(String... script) throws Exception {
    Optional<String> python = PYTHONS.stream().filter(JPypeTests::hasJPype).findFirst();
    assumeTrue(
        python.isPresent(), "no python3 has the module jpype: apt-get install python3-jpype");
    ProcessBuilder running = new ProcessBuilder(python.get());
    running.command().addAll(List.of(script));
    running.environment().put("DRIVER_JAR", System.getProperty("driver.jar"));
    running.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = running.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private static boolean hasJPype(String python) {
    try {
      return new ProcessBuilder(python, "-c", "import jpype.dbapi2").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
