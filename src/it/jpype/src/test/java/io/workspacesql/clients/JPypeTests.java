package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs the tests in Python, where JPype is installed (Debian: {@code apt-get install python3-jpype}). */
class JPypeTests {
  @Test
  void the_tests_in_python_pass() throws Exception {
    assumeTrue(
        hasJPype(), "python3 has no module jpype: apt-get install python3-jpype, and run again");
    ProcessBuilder python = new ProcessBuilder("python3", "src/test/python/test_tenants.py");
    python.environment().put("DRIVER_JAR", System.getProperty("driver.jar"));
    python.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = python.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told).containsPattern("Ran \\d\\d tests");
  }

  private static boolean hasJPype() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import jpype.dbapi2").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
