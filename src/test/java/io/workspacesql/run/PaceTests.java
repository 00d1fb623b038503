package io.workspacesql.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One row's rate limit holds the other rows of the write too. */
class PaceTests {
  private static final Duration HELD = Duration.ofSeconds(9);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final List<Duration> waits = new ArrayList<>();
  private final RequestScope scope = new RequestScope(1, Deadline.NONE);
  private final Pace pace =
      new Pace(
          new WriteTiming(
              nanos::get,
              (duration, whose) -> {
                waits.add(duration);
                nanos.addAndGet(duration.toNanos());
                return !whose.isCancelled();
              },
              () -> 0.5,
              Duration.ZERO));

  @Test
  void nobody_waits_at_first() {
    assertThat(pace.await(scope)).isTrue();
    assertThat(waits).isEmpty();
  }

  @Test
  void everybody_waits_until_the_end_of_the_longest_hold() {
    pace.hold(Duration.ofSeconds(2));
    pace.hold(HELD);
    pace.hold(Duration.ofSeconds(3));
    assertThat(pace.await(scope)).isTrue();
    assertThat(pace.await(scope)).isTrue();
    assertThat(waits).containsExactly(HELD);
  }

  @Test
  void a_cancelled_statement_does_not_wait() {
    pace.hold(HELD);
    scope.cancel();
    assertThat(pace.await(scope)).isFalse();
    assertThat(waits).isEmpty();
  }

  @Test
  void a_statement_does_not_wait_for_what_its_deadline_will_not_see() {
    pace.hold(HELD);
    assertThat(pace.await(new RequestScope(1, Deadline.after(Duration.ofSeconds(5))))).isFalse();
    assertThat(waits).isEmpty();
  }

  @Test
  void the_real_wait_ends_with_a_cancel() throws Exception {
    Pace real = new Pace(WriteTiming.SYSTEM);
    real.hold(Duration.ofMinutes(5));
    Thread canceller = new Thread(scope::cancel);
    canceller.start();
    assertThat(real.await(scope)).isFalse();
    canceller.join();
  }
}
