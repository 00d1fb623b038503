package io.workspacesql.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated queries through the driver against an oracle that shares no code with it: no row too
 * few or too many, no request more than EXPLAIN says.
 *
 * <p>{@code -Dsoundness.queries} and {@code -Dsoundness.seed} choose how many and which.
 */
class SoundnessTests {
  private static final int QUERIES = Integer.getInteger("soundness.queries", 2_000);
  private static final long SEED = Long.getLong("soundness.seed", 20_261_121);
  private static final int SHOWN_FAILURES = 20;
  private static final Path FOUND = Path.of("target", "soundness-found.txt");

  @ParameterizedTest
  @EnumSource
  void pushing_down_changes_no_row(Organization organization) throws IOException, SQLException {
    int queries = QUERIES / Organization.values().length;
    List<String> failures = new ArrayList<>();
    try (Server server = Server.start(organization)) {
      Cases cases = new Cases(organization, server);
      Comparison comparison = new Comparison(server, organization);
      for (int i = 0; i < queries && failures.size() < SHOWN_FAILURES; i++) {
        Case generated = cases.of(SEED * 1_000_003 + organization.ordinal() * 100_000_000L + i);
        Optional<Difference> difference = comparison.difference(generated);
        if (difference.isPresent()) {
          failures.add(told(Shrinking.shrink(generated, comparison::difference), comparison));
        }
      }
    }
    record(failures);
    assertThat(failures).as("differences with -Dsoundness.seed=" + SEED).isEmpty();
  }

  private static String told(Case smallest, Comparison comparison) {
    String what = comparison.difference(smallest).map(Difference::what).orElse("only at times");
    return "%n-- %s%n-- %s%n%s%n"
        .formatted(
            Rendering.of(smallest.query()).text().replace("\n", "\\n"),
            what.replace("\n", "\\n"),
            smallest);
  }

  /** In the form of regressions.txt. */
  private static void record(List<String> failures) throws IOException {
    if (!failures.isEmpty()) {
      Files.createDirectories(FOUND.getParent());
      Files.writeString(
          FOUND,
          String.join("", failures),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
