package io.workspacesql.jars;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The code blocks of README.md. */
final class Readme {
  private static final String BLOCK = "^```%s\\n(.*?)^```$";

  private Readme() {}

  /** The texts of all blocks in a language, in their order. */
  static List<String> blocks(String language) throws IOException {
    return Pattern.compile(BLOCK.formatted(language), Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(text())
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  static String text() throws IOException {
    return Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
  }
}
