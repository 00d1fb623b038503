package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lies in the jar for tools. */
final class FatJarIT {
  private static final String SERVICES = "META-INF/services/";
  private static final long MEGABYTE = 1_000_000;

  @Tag("threat-2")
  @Test
  void it_registers_one_driver_ours() throws IOException {
    assertThat(Jars.text(Jars.ALL, SERVICES + "java.sql.Driver").strip())
        .isEqualTo("io.workspacesql.WorkspacesDriver");
  }

  @Tag("threat-21")
  @Test
  void all_classes_and_resources_lie_under_our_package() throws IOException {
    assertThat(Jars.entries(Jars.ALL))
        .filteredOn(e -> !e.startsWith("META-INF/"))
        .allMatch(e -> e.startsWith("io/workspacesql/"));
  }

  @Tag("threat-21")
  @Test
  void no_class_hides_in_meta_inf() throws IOException {
    assertThat(Jars.entries(Jars.ALL))
        .filteredOn(e -> e.startsWith("META-INF/"))
        .noneMatch(e -> e.endsWith(".class"));
  }

  @Test
  void services_other_than_jdbc_are_those_of_relocated_libraries() throws IOException {
    assertThat(Jars.entries(Jars.ALL))
        .filteredOn(e -> e.startsWith(SERVICES) && !e.endsWith("/java.sql.Driver"))
        .isNotEmpty()
        .allMatch(e -> e.startsWith(SERVICES + "io.workspacesql.shaded."));
  }

  @Test
  void nothing_is_left_of_signatures_and_build_descriptors() throws IOException {
    assertThat(Jars.entries(Jars.ALL))
        .noneMatch(e -> e.matches("META-INF/([^/]*\\.(SF|DSA|RSA|EC)|maven/.*|versions/.*)"));
  }

  @Tag("threat-21")
  @Test
  void no_entry_is_there_twice() throws IOException {
    assertThat(Jars.entries(Jars.ALL)).doesNotHaveDuplicates();
  }

  @Test
  void it_says_whose_work_it_bundles() throws IOException {
    assertThat(Jars.text(Jars.ALL, "META-INF/NOTICE"))
        .contains("Airbyte Workspaces JDBC driver", "Apache Calcite", "Avatica", "Jackson");
    assertThat(Jars.text(Jars.ALL, "META-INF/LICENSE")).contains("Apache License");
    assertThat(Jars.text(Jars.ALL, "META-INF/LICENSE-third-party.txt")).contains("Janino", "SLF4J");
  }

  @Test
  void the_shell_is_not_inside() throws IOException {
    assertThat(Jars.entries(Jars.ALL)).noneMatch(e -> e.startsWith("io/workspacesql/shell/"));
  }

  @Test
  void it_is_smaller_than_24_megabytes() throws IOException {
    assertThat(Files.size(Jars.ALL)).isLessThan(24 * MEGABYTE);
  }

  @Test
  void its_manifest_names_the_version_and_no_other_variants() throws IOException {
    try (JarFile jar = new JarFile(Jars.ALL.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isNotBlank();
      assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isNull();
    }
  }

  @Test
  void the_thin_jar_holds_our_classes_only() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (String entry : Jars.entries(Jars.THIN)) {
      if (entry.endsWith(".class")) {
        packages.add(entry.substring(0, entry.lastIndexOf('/')));
      }
    }
    assertThat(packages)
        .contains("io/workspacesql")
        .allMatch(p -> p.startsWith("io/workspacesql"))
        .noneMatch(p -> p.startsWith("io/workspacesql/shaded"));
  }
}
