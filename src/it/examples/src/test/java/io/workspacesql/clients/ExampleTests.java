package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that are Maven projects, run by the commands of their page. */
class ExampleTests {
  private static final Path CHECKOUT = Path.of(System.getProperty("checkout"));
  private static final Pattern COMMAND = Pattern.compile("`(mvn -q -f examples/(\\w+) [^`]+)`");

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "hikaricp ! active: [842, 842, 842, 842]",
        "jooq     ! 2024: 213 tenants",
        "reports  ! target/tenant-report.pdf: 2 pages",
        "spring   ! 43 of 43 trials suspended",
        "spark    ! |inactive|    360|     12|"
      })
  void it_prints_what_it_is_for(String folder, String line) throws Exception {
    Process example =
        new ProcessBuilder("sh", "-c", command(folder) + " 2>&1")
            .directory(CHECKOUT.toFile())
            .redirectInput(new File("/dev/null"))
            .start();
    String told = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(example.waitFor()).as(told).isZero();
    assertThat(told.lines()).contains(line);
  }

  @Test
  void every_project_has_its_command_on_the_page() throws IOException {
    try (Stream<Path> poms = Files.walk(CHECKOUT.resolve("examples"), 2)) {
      assertThat(poms.filter(file -> file.endsWith("pom.xml")))
          .extracting(pom -> pom.getParent().getFileName().toString())
          .hasSameElementsAs(commands().stream().map(found -> found.group(2)).toList());
    }
  }

  /** By the Maven that runs this test, wherever the page's {@code mvn} may be. */
  private static String command(String folder) throws IOException {
    return commands().stream()
        .filter(found -> found.group(2).equals(folder))
        .map(
            found ->
                found.group(1).replaceFirst("mvn", System.getProperty("maven.home") + "/bin/mvn"))
        .findFirst()
        .orElseThrow();
  }

  private static List<MatchResult> commands() throws IOException {
    Path page = CHECKOUT.resolve("examples").resolve("README.md");
    return COMMAND.matcher(Files.readString(page, StandardCharsets.UTF_8)).results().toList();
  }
}
