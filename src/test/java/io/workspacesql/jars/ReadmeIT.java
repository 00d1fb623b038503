package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.jars.ForkedJava.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md tells people to type does what it says. */
final class ReadmeIT {
  private static final String DEMO_BUILD = "mvn -q -Pdemo";
  private static final String RUN = "java -jar target/";
  private static final Pattern VARIABLE = Pattern.compile("export ([A-Z_]+)=…");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path folder;

  static List<String> sql() throws IOException {
    return Readme.blocks("sql");
  }

  static Stream<String> commands() throws IOException {
    return Readme.blocks("sh").stream().flatMap(String::lines);
  }

  static List<String> programs() throws IOException {
    return Readme.blocks("java");
  }

  static List<String> runs() throws IOException {
    return commands().filter(command -> command.startsWith(RUN)).toList();
  }

  @ParameterizedTest
  @MethodSource("sql")
  void each_block_of_sql_runs_on_the_demo(String block) throws Exception {
    Outcome outcome = ForkedJava.jar(Jars.CLI, "-e", block);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("row").doesNotContain("(0 rows)");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void each_program_runs_with_the_fat_jar_alone(String program) throws Exception {
    Path source = folder.resolve("Example.java");
    Files.writeString(source, program);

    Outcome outcome = ForkedJava.classPath(List.of(Jars.ALL), source.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_is_of_a_known_kind(String command) throws IOException {
    Matcher variable = VARIABLE.matcher(command);
    if (variable.matches()) {
      assertThat(Files.readString(Path.of("docs", "connect.md"))).contains(variable.group(1));
    } else {
      assertThat(command.equals(DEMO_BUILD) || command.startsWith(RUN)).isTrue();
    }
  }

  @Test
  void the_build_command_has_a_profile_with_a_goal_of_its_own() throws IOException {
    assertThat(commands()).contains(DEMO_BUILD);
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<id>demo</id>", "<defaultGoal>package exec:exec@tour</defaultGoal>");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void each_run_of_the_jar_answers_or_asks_for_credentials(String command) throws Exception {
    List<String> words = words(command);

    assertThat(words).startsWith("java", "-jar", "target/" + Jars.CLI.getFileName());
    Outcome outcome =
        ForkedJava.jar(Jars.CLI, words.subList(3, words.size()).toArray(new String[0]));
    if (words.contains("jdbc:airbyte:")) {
      assertThat(outcome.err()).startsWith("ERROR 28000: No credentials");
    } else {
      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).contains("rows)");
    }
  }

  @Test
  void each_jar_that_is_named_has_been_built() throws IOException {
    assertThat(named("target/([\\w.-]+\\.jar)"))
        .isNotEmpty()
        .isSubsetOf(Jars.ALL.getFileName().toString(), Jars.CLI.getFileName().toString());
  }

  @Test
  void the_digits_of_a_timestamp_are_told_as_they_are() throws IOException {
    assertThat(Readme.text()).contains("with " + Catalog.TIMESTAMP_PRECISION + " fraction digits");
  }

  @Test
  void each_link_to_a_file_leads_to_one() throws IOException {
    assertThat(named("]\\((?!https:)([^)]+)\\)"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile());
  }

  private static List<String> named(String pattern) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Readme.text());
    return matcher.results().map(found -> found.group(1)).distinct().toList();
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(command).results().toList()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }
}
