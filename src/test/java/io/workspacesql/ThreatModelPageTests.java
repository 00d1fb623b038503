package io.workspacesql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rows of docs/threat-model.md and the tests that carry their numbers name each other. */
final class ThreatModelPageTests {
  private static final String ROOT = "io.workspacesql.";
  private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*\\| ([^|]*) \\|");
  private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w+)(?:\\.(\\w+))?`");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"threat-(\\d+)\"\\)");

  private static Map<Integer, String> tests() throws IOException {
    Map<Integer, String> tests = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("docs/threat-model.md"))) {
      ROW.matcher(line)
          .results()
          .forEach(row -> tests.put(Integer.valueOf(row.group(1)), row.group(2)));
    }
    return tests;
  }

  @Test
  void each_row_is_there_and_names_a_test() throws IOException {
    assertThat(tests().keySet())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 23).boxed().toList());
    tests()
        .forEach(
            (number, named) -> assertThat(TEST.matcher(named).find()).as("row " + number).isTrue());
  }

  @Test
  void each_test_that_is_named_exists_and_carries_the_number() throws IOException {
    tests()
        .forEach(
            (number, named) ->
                TEST.matcher(named)
                    .results()
                    .forEach(
                        test ->
                            assertThat(tags(test)).as(test.group()).contains("threat-" + number)));
  }

  @Test
  void each_test_that_carries_a_number_is_named() throws IOException {
    Map<Integer, String> named = tests();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file -> {
                String type = file.getFileName().toString().replace(".java", "");
                TAG.matcher(text(file))
                    .results()
                    .forEach(
                        tag ->
                            assertThat(named.get(Integer.valueOf(tag.group(1))))
                                .as("row " + tag.group(1))
                                .contains(type));
              });
    }
  }

  private static List<String> tags(MatchResult test) {
    try {
      Class<?> type = Class.forName(ROOT + test.group(1));
      return Stream.of(tagged(type, test.group(2)).getAnnotationsByType(Tag.class))
          .map(Tag::value)
          .toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("there is no " + test.group(1), e);
    }
  }

  private static AnnotatedElement tagged(Class<?> type, String method) {
    if (method == null) {
      return type;
    }
    return Arrays.stream(type.getDeclaredMethods())
        .filter(declared -> declared.getName().equals(method))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + method));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
