package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The command of docs/tokens.md leaves a token, and nothing else, in its variable. */
final class TokenRecipeIT {
  private static final Pattern COMMAND =
      Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void a_script_gets_a_token_into_a_variable() throws IOException, InterruptedException {
    assertThat(variableAfter(command())).matches("[\\w-]+\\.[\\w-]+");
  }

  @Test
  void the_variable_is_empty_when_the_workspace_does_not_exist()
      throws IOException, InterruptedException {
    assertThat(variableAfter(command().replace("'default'", "'No such tenant'"))).isEmpty();
  }

  private static String command() throws IOException {
    Matcher command = COMMAND.matcher(Files.readString(Path.of("docs", "tokens.md")));
    assertThat(command.find()).isTrue();
    assertThat(command.group(1)).contains("target/" + Jars.CLI.getFileName());
    return command.group(1);
  }

  private static String variableAfter(String command) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder(List.of("sh", "-c", command + "printf %s \"$token\""))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    shell.environment().merge("PATH", java, (path, first) -> first + ":" + path);
    Process running = shell.start();
    try (InputStream out = running.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      running.waitFor();
    }
  }
}
