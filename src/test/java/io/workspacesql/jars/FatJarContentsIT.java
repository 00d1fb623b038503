package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The page {@code docs/fat-jar.md} against the jar. */
final class FatJarContentsIT {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([\\w.]+(?:, [\\w.]+)*)[^|]*\\| [^|]+ \\| ([\\d.]+) \\|");
  private static final String SHADED = "io/workspacesql/shaded/";

  /** An entry's name stands twice in a jar, beside some hundred bytes about it. */
  private static final int BYTES_OF_AN_ENTRY = 100;

  private static final double TOLERANCE_IN_MEGABYTES = 0.15;

  @Test
  void each_library_is_on_the_page_with_its_size() throws IOException {
    Map<String, Double> told = told();
    Map<String, Double> counted = counted(told);

    SoftAssertions soft = new SoftAssertions();
    soft.assertThat(counted.keySet()).isEqualTo(told.keySet());
    told.forEach(
        (packages, size) ->
            soft.assertThat(counted.getOrDefault(packages, 0.0))
                .as(packages)
                .isCloseTo(size, org.assertj.core.data.Offset.offset(TOLERANCE_IN_MEGABYTES)));
    soft.assertAll();
  }

  /** By the packages of its row, megabytes. */
  private static Map<String, Double> told() throws IOException {
    Map<String, Double> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/fat-jar.md")));
    while (row.find()) {
      rows.put(row.group(1), Double.valueOf(row.group(2)));
    }
    assertThat(rows).hasSizeGreaterThan(10);
    return rows;
  }

  private static Map<String, Double> counted(Map<String, Double> rows) throws IOException {
    Map<String, Double> sizes = new LinkedHashMap<>();
    rows.keySet().forEach(row -> sizes.put(row, 0.0));
    try (JarFile jar = new JarFile(Jars.ALL.toFile())) {
      jar.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .forEach(entry -> sizes.merge(rowOf(entry, rows), megabytes(entry), Double::sum));
    }
    return sizes;
  }

  private static String rowOf(JarEntry entry, Map<String, Double> rows) {
    String name = entry.getName();
    String original = name.startsWith(SHADED) ? name.substring(SHADED.length()) : name;
    return rows.keySet().stream()
        .filter(row -> prefix(original, row) > 0)
        .max(Comparator.comparingInt(row -> prefix(original, row)))
        .orElse(original);
  }

  /** How much of the name the row's packages cover. */
  private static int prefix(String name, String row) {
    int longest = 0;
    for (String packageName : row.split(", ", -1)) {
      String folder = packageName.replace('.', '/') + "/";
      longest = Math.max(longest, name.startsWith(folder) ? folder.length() : 0);
    }
    return longest;
  }

  private static double megabytes(JarEntry entry) {
    return (entry.getCompressedSize() + 2.0 * entry.getName().length() + BYTES_OF_AN_ENTRY) / 1e6;
  }
}
