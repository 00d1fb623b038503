package io.workspacesql.jars;

import io.workspacesql.PlantedSecrets;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM of its own, as a user starts one: nothing of the build is on its class path. */
final class ForkedJava {
  private static final long PATIENCE_SECONDS = 120;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private ForkedJava() {}

  /** What a JVM left behind. */
  record Outcome(int status, String out, String err) {}

  /** Runs a class of the given jars. */
  static Outcome classPath(List<Path> jars, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    return classPath(List.of(), jars, mainClass, arguments);
  }

  /** The same with options of the JVM. */
  static Outcome classPath(
      List<String> options, List<Path> jars, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", path(jars), mainClass));
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  /** Whether this JVM has these options; builds of the JDK differ in their collectors. */
  static boolean knows(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(options);
    command.add("-version");
    return run(command).status() == 0;
  }

  /** Runs {@code java -jar}. */
  static Outcome jar(Path jar, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  /** Runs a class of the given jars by another JDK. */
  static Outcome otherJdk(Path home, List<Path> jars, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-cp", path(jars), mainClass));
    command.addAll(Arrays.asList(arguments));
    return run(home.resolve("bin/java"), command);
  }

  private static Outcome run(List<String> arguments) throws IOException, InterruptedException {
    return run(JAVA, arguments);
  }

  private static String path(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Outcome run(Path java, List<String> arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("forked", ".out");
    Path err = Files.createTempFile("forked", ".err");
    try {
      List<String> command = new ArrayList<>(List.of(java.toString()));
      command.addAll(arguments);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.equals("JAVA_TOOL_OPTIONS") || name.startsWith("AIRBYTE_"));
      return new Outcome(wait(builder.start()), scanned(out), scanned(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static int wait(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the JVM did not end within " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }

  /** What such a JVM prints is no place for a secret either. */
  private static String scanned(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    if (PlantedSecrets.in(text).isPresent()) {
      throw new AssertionError("the JVM printed a secret");
    }
    return text;
  }
}
