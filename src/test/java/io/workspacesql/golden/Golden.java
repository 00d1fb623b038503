package io.workspacesql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files whose text a test makes and a person reviews. */
final class Golden {
  private static final Path SCRIPTS = Path.of("src/test/resources/golden");

  private Golden() {}

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.filter(file -> file.toString().endsWith(".iq")).sorted().toList();
    }
  }

  /** Compares, or with {@code -Dgolden.update=true} writes. */
  static void assertIsText(Path file, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
