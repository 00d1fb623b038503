package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of components is that of the jars, found by the classes that lie in them. */
@Tag("threat-21")
final class SbomIT {
  /** Ourselves, and a library of the tests that holds copies of others. */
  private static final String NOT_OURS = "(airbyte-workspaces-jdbc|wiremock-standalone)-.*";

  private static final Pattern COMPONENT = Pattern.compile("\"pkg:maven/[^/]+/([^@]+)@([^?\"]+)");

  /** Dependencies of dependencies that the thin jar brings and the others leave out. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "error_prone_annotations",
          "listenablefuture",
          "j2objc-annotations",
          "apiguardian-api",
          "checker-qual",
          "annotations",
          "jackson-annotations",
          "jackson-databind");

  @Test
  void every_component_of_the_fat_jar_is_listed() throws IOException {
    assertThat(listed()).containsAll(componentsOf(Jars.ALL)).isNotEmpty();
  }

  @Test
  void nothing_is_listed_that_no_jar_holds() throws IOException {
    Set<String> held = new TreeSet<>(componentsOf(Jars.ALL));
    held.addAll(componentsOf(Jars.CLI));

    assertThat(listed()).isEqualTo(held);
  }

  /** {@code name-version.jar} of each. */
  private static Set<String> listed() throws IOException {
    String text = Files.readString(Path.of(System.getProperty("sbom")), StandardCharsets.UTF_8);
    Set<String> names = new TreeSet<>();
    Matcher component = COMPONENT.matcher(text);
    while (component.find()) {
      if (!LEFT_OUT.contains(component.group(1)) && !isOurs(component.group(1))) {
        names.add(component.group(1) + "-" + component.group(2) + ".jar");
      }
    }
    return names;
  }

  private static boolean isOurs(String artifact) {
    return artifact.equals("airbyte-workspaces-jdbc");
  }

  private static Set<String> componentsOf(Path jar) throws IOException {
    Set<String> classes = new HashSet<>(Jars.entries(jar));
    Set<String> components = new TreeSet<>();
    for (Path library : libraries()) {
      if (classes(library).anyMatch(name -> holds(classes, name))) {
        components.add(library.getFileName().toString());
      }
    }
    return components;
  }

  private static boolean holds(Set<String> classes, String name) {
    return classes.contains(name) || classes.contains("io/workspacesql/shaded/" + name);
  }

  private static Stream<String> classes(Path library) throws IOException {
    return Jars.entries(library).stream()
        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
        .filter(name -> !name.endsWith("module-info.class"));
  }

  /** All that the build has on its class path, tests included. */
  private static List<Path> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .filter(path -> !path.getFileName().toString().matches(NOT_OURS))
        .toList();
  }
}
