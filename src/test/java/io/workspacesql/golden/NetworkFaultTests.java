package io.workspacesql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.golden.NetworkFault.Course;
import io.workspacesql.golden.NetworkFault.Effect;
import io.workspacesql.golden.NetworkFault.End;
import io.workspacesql.golden.NetworkFault.Verb;
import java.io.IOException;
import java.sql.SQLNonTransientException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each way in which the network fails a write, over real sockets and by JDBC alone: what the
 * statement says, and what is true. Each has an organization of its own; they run at once, since
 * they mostly wait.
 */
class NetworkFaultTests {
  private static final int AT_ONCE = 128;
  private static final List<NetworkObservation> OBSERVED = new ArrayList<>();

  @BeforeAll
  static void let_it_happen() throws Exception {
    // The first statements of a JVM are slow, which must not be taken for silence.
    for (Verb verb : Verb.values()) {
      NetworkObservation.of(new NetworkFault(End.CUT, verb, Effect.NONE, Course.ONCE));
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<NetworkObservation>> observations = new ArrayList<>();
      NetworkFault.all().stream()
          .sorted(Comparator.comparing(NetworkFaultTests::isShort))
          .forEach(fault -> observations.add(threads.submit(() -> NetworkObservation.of(fault))));
      for (Future<NetworkObservation> observation : observations) {
        OBSERVED.add(observation.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The long ones come first, so that none is left when the others have ended. */
  private static boolean isShort(NetworkFault fault) {
    return fault.course() == Course.ONCE || fault.end() != End.SILENCE;
  }

  private static Stream<NetworkObservation> observed(Predicate<NetworkObservation> which) {
    return OBSERVED.stream().filter(which);
  }

  @Test
  void what_is_called_done_is_done() {
    assertThat(observed(seen -> seen.isSaid("done"))).isNotEmpty().allMatch(seen -> seen.done());
  }

  @Test
  void what_is_called_failed_or_absent_was_turned_away_or_is_not_done() {
    assertThat(observed(seen -> seen.isSaid("failed") || seen.isSaid("no row")))
        .isNotEmpty()
        .allMatch(seen -> !seen.done() || seen.fault().end().turnsAway());
  }

  @Test
  void only_what_is_called_done_is_counted() {
    assertThat(OBSERVED).allMatch(seen -> seen.count() == (seen.isSaid("done") ? 1 : 0));
  }

  @Test
  void what_is_unknown_says_that_running_it_again_is_not_safe() {
    assertThat(observed(seen -> seen.isSaid("unknown")))
        .isNotEmpty()
        .allSatisfy(
            seen ->
                assertThat((Throwable) seen.failure())
                    .isInstanceOf(SQLNonTransientException.class)
                    .hasMessageContaining("Running it again is not safe")
                    .extracting("SQLState")
                    .isEqualTo("58030"));
  }

  @Test
  void no_failure_invites_tools_to_run_a_write_again_that_may_have_left() {
    assertThat(observed(seen -> seen.failure() != null && mayHaveLeft(seen)))
        .isNotEmpty()
        .allSatisfy(
            seen ->
                assertThat((Throwable) seen.failure())
                    .isNotInstanceOfAny(SQLTransientException.class, SQLRecoverableException.class)
                    .extracting("SQLState")
                    .asString()
                    .doesNotStartWith("08"));
  }

  private static boolean mayHaveLeft(NetworkObservation seen) {
    return seen.writes() > 0 && seen.fault().end() != End.REFUSED;
  }

  @Test
  void the_driver_counts_each_request_that_arrives() {
    assertThat(observed(seen -> !seen.fault().end().isBeforeServer()))
        .isNotEmpty()
        .allMatch(seen -> seen.arrived() == seen.writes() + seen.reads());
  }

  @Test
  void the_docs_say_what_was_seen() throws IOException {
    Golden.assertIsText(NetworkPage.FILE, NetworkPage.text(OBSERVED));
  }
}
