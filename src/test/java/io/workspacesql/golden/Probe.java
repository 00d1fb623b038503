package io.workspacesql.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement that a tool sends.
 *
 * @param title {@code tool: why}
 */
record Probe(String title, String sql) {
  private static final Path FILE = Path.of("src/test/resources/golden/probes.txt");

  static List<Probe> all() throws IOException {
    return Stream.of(Files.readString(FILE).split("\n\n+"))
        .filter(block -> !block.startsWith("--"))
        .map(block -> block.strip().split("\n", 2))
        .map(lines -> new Probe(lines[0], lines[1].replace('\n', ' ')))
        .toList();
  }

  String tool() {
    return title.substring(0, title.indexOf(": "));
  }

  String why() {
    return title.substring(title.indexOf(": ") + 2);
  }

  @Override
  public String toString() {
    return title;
  }
}
