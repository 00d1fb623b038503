package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.WorkspacesDriver;
import io.workspacesql.jars.ForkedJava.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The files under examples/ run as their page says. */
final class ExamplesIT {
  private static final Path JAVA_BIN = Path.of(System.getProperty("java.home"), "bin");

  @TempDir Path folder;

  @Test
  void plain_java_prints_the_newest_tenants_and_their_cost() throws Exception {
    Outcome outcome = ForkedJava.classPath(List.of(Jars.ALL), "examples/Tenants.java");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines()).hasSize(6).last().asString().contains("requests in");
  }

  @Test
  void jshell_prints_tenants_per_status() throws Exception {
    String out =
        run(
            new File("/dev/null"),
            JAVA_BIN.resolve("jshell").toString(),
            "--class-path",
            Jars.ALL.toString(),
            "examples/tenants.jsh");

    assertThat(out.lines()).anyMatch(line -> line.matches("active \\d+"));
    assertThat(out.lines()).anyMatch(line -> line.matches("inactive \\d+"));
  }

  @Test
  void the_script_for_the_command_line_ends_with_what_it_cost() throws Exception {
    String out =
        run(
            new File("examples/tenants.sql"),
            JAVA_BIN.resolve("java").toString(),
            "-jar",
            Jars.CLI.toString());

    assertThat(out).contains("Trial ", "/workspaces/stats");
  }

  @Test
  void the_shell_script_shows_the_requests_and_reports_each_tenant() throws Exception {
    String out =
        run(new File("/dev/null"), "sh", "examples/suspend-trials.sh", Jars.CLI.toString());

    assertThat(out)
        .contains("What it would send:", "PUT")
        .contains("rows changed", "workspace_id,workspace_name,state,message");
    assertThat(out.lines().filter(line -> line.contains(",done,"))).hasSizeGreaterThan(10);
  }

  @Test
  void the_definition_for_dbeaver_names_the_driver_of_the_jar() throws Exception {
    Document definition =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("examples/dbeaver/drivers.xml"));
    Element driver = (Element) definition.getElementsByTagName("driver").item(0);
    Element library = (Element) definition.getElementsByTagName("library").item(0);

    try (JarFile jar = new JarFile(Jars.ALL.toFile())) {
      String entry = driver.getAttribute("class").replace('.', '/') + ".class";
      assertThat(jar.getEntry(entry)).isNotNull();
    }
    assertThat(library.getAttribute("path")).endsWith("/" + Jars.ALL.getFileName());
    assertThat(new WorkspacesDriver().acceptsURL(driver.getAttribute("url"))).isTrue();
  }

  @Test
  void every_example_stands_on_the_page_with_its_command() throws IOException {
    String page = Files.readString(Path.of("examples", "README.md"), StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md"))
          .allSatisfy(name -> assertThat(page).contains("examples/" + name));
    }
  }

  private String run(File input, String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
