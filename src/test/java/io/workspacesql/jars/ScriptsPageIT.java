package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/scripts.md tells people to put into scripts does what it says. */
final class ScriptsPageIT {
  private static final Path PAGE = Path.of("docs", "scripts.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```sh\\n(.*?)^```$(?:\\n\\n```text\\n(.*?)^```$)?", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir Path folder;

  /** A script and what it prints. */
  record Recipe(String script, String prints) {
    static Recipe of(MatchResult block) {
      return new Recipe(block.group(1), String.valueOf(block.group(2)));
    }

    @Override
    public String toString() {
      return script.lines().findFirst().orElse("");
    }
  }

  static List<Recipe> recipes() throws IOException {
    List<Recipe> all = all();
    return all.subList(1, all.size());
  }

  private static List<Recipe> all() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    return BLOCK.matcher(page).results().map(Recipe::of).toList();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void each_recipe_prints_what_the_page_shows(Recipe recipe) throws Exception {
    String relative = "target/" + Jars.CLI.getFileName();
    String preamble = all().get(0).script();
    assertThat(preamble).contains("jar=" + relative);

    String script = preamble.replace(relative, Jars.CLI.toAbsolutePath().toString());
    assertThat(run(script + recipe.script())).isEqualTo(recipe.prints());
  }

  private String run(String script) throws IOException, InterruptedException {
    Path file = folder.resolve("recipe.sh");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Files.writeString(file, script, StandardCharsets.UTF_8);
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-eu", file.toString())
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AIRBYTE_"));
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, first) -> first + ":" + path);
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
