package io.workspacesql.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated writes through the driver against a table in memory: update counts, SQLStates, every
 * request with its body, and afterwards every row of the organization.
 *
 * <p>{@code -Dsoundness.writes} and {@code -Dsoundness.seed} choose how many and which.
 */
class WriteSoundnessTests {
  private static final int WRITES = Integer.getInteger("soundness.writes", 320);
  private static final long SEED = Long.getLong("soundness.seed", 20_261_121);
  private static final int STEPS_OF_A_SCRIPT = 10;
  private static final int SHOWN_FAILURES = 5;

  @ParameterizedTest
  @EnumSource
  void a_write_does_what_it_says_and_nothing_else(WrittenOrganization organization)
      throws IOException, SQLException {
    int scripts = WRITES / WrittenOrganization.values().length / STEPS_OF_A_SCRIPT;
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < scripts && failures.size() < SHOWN_FAILURES; i++) {
      long seed = SEED * 1_000_003 + organization.ordinal() * 100_000_000L + i;
      failure(organization, seed).ifPresent(failures::add);
    }
    assertThat(failures).as("differences with -Dsoundness.seed=" + SEED).isEmpty();
  }

  /** Runs one script on an organization of its own. */
  private static Optional<String> failure(WrittenOrganization organization, long seed)
      throws IOException, SQLException {
    Steps steps = new Steps(seed, organization.shown());
    List<Step> script = new ArrayList<>();
    try (Playback playback = Playback.start(organization)) {
      while (script.size() < STEPS_OF_A_SCRIPT) {
        script.add(steps.next(playback.model().table(List.of()).rows()));
        Optional<Difference> difference = playback.run(script.get(script.size() - 1));
        if (difference.isPresent()) {
          return Optional.of(told(organization, script, difference.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static String told(
      WrittenOrganization organization, List<Step> failing, Difference first) {
    List<Step> smallest =
        ScriptShrinking.shrink(failing, script -> Playback.of(organization, script));
    Difference difference = Playback.of(organization, smallest).orElse(first);
    return "%n-- on %s (%s, %s)%n%s%n-- %s: %s%n"
        .formatted(
            organization,
            organization.options().workspaces()
                + " workspaces, pageSize "
                + organization.pageSize(),
            organization.properties(),
            smallest.stream().map(Step::toString).collect(Collectors.joining("\n")),
            difference.kind(),
            difference.what().replace("\n", "\\n"));
  }
}
