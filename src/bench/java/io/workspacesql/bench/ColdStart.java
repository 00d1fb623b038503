package io.workspacesql.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From the start of a JVM to the first row and the end of the process, on the fat jar. */
final class ColdStart implements Suite {
  private static final int ROUNDS = 9;
  private static final String CLASSES = "target/test-classes";

  @Override
  public List<Measurement> measure() throws Exception {
    List<Duration> driver = new ArrayList<>();
    List<Duration> byHand = new ArrayList<>();
    try (DemoProcess server = DemoProcess.start(1_000, Duration.ZERO)) {
      String base = server.base().toString();
      List<String> withJar =
          List.of("-cp", CLASSES + ":" + fatJar(), FirstRow.class.getName(), base);
      List<String> withLibraries =
          List.of(
              "-cp", System.getProperty("java.class.path"), FirstRowByHand.class.getName(), base);
      for (int round = 0; round < ROUNDS; round++) {
        driver.add(Stopwatch.time(() -> run(withJar)));
        byHand.add(Stopwatch.time(() -> run(withLibraries)));
      }
    }
    return List.of(Measurement.ratio("cold JVM to the first row", driver, "by hand", byHand, 2.5));
  }

  static Path fatJar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-all.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("target has no -all.jar"));
    }
  }

  /** Runs a JVM with these arguments to its end; what it printed. */
  static String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", arguments) + " ended with an error");
    }
    return output;
  }
}
