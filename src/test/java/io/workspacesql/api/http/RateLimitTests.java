package io.workspacesql.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.Timing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual time: it passes when a request waits, and between requests when a test says so. */
class RateLimitTests {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECOND / 2);
  private final List<Long> begun = new ArrayList<>();
  private final Timing timing = new Timing(Clock.systemUTC(), nanos::get, this::sleep, () -> 0.5);
  private final Waits waits = new Waits(timing);
  private Runnable whileWaiting = () -> {};

  private Step limit(int perSecond) {
    return RateLimit.before(this::begin, perSecond, waits, timing);
  }

  private Answer begin(ApiRequest request, RequestScope scope) {
    begun.add(nanos.get());
    return new Answer(request, 200, Headers.of(), new byte[0]);
  }

  private boolean sleep(Duration duration, RequestScope scope) {
    whileWaiting.run();
    if (!scope.isCancelled()) {
      nanos.addAndGet(duration.toNanos());
    }
    return !scope.isCancelled();
  }

  private static void send(Step step, RequestScope scope) throws Exception {
    step.send(RetryBench.REQUEST, scope);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
  void within_any_second_no_more_begin_than_allowed(int perSecond) throws Exception {
    Random random = new Random(perSecond);
    Step limit = limit(perSecond);
    for (int i = 0; i < 3_000; i++) {
      nanos.addAndGet((long) (random.nextDouble() * random.nextDouble() * 2 * SECOND / perSecond));
      send(limit, scope());
    }
    for (int i = perSecond; i < begun.size(); i++) {
      assertThat(begun.get(i) - begun.get(i - perSecond)).isGreaterThanOrEqualTo(SECOND);
    }
  }

  @Test
  void who_comes_late_enough_does_not_wait() throws Exception {
    Step limit = limit(2);
    long start = nanos.get();
    for (int i = 0; i < 10; i++) {
      send(limit, scope());
      nanos.addAndGet(SECOND / 2);
    }
    assertThat(nanos.get() - start).isEqualTo(5 * SECOND);
  }

  @Test
  void a_turn_that_comes_after_the_deadline_is_not_waited_for_nor_taken() throws Exception {
    Step limit = limit(1);
    send(limit, scope());
    RequestScope hasty = new RequestScope(1, Deadline.after(Duration.ofMillis(900), nanos::get));
    long start = nanos.get();
    assertThatThrownBy(() -> send(limit, hasty)).extracting("SQLState").isEqualTo("HYT00");
    assertThat(nanos).hasValue(start);
    send(limit, scope());
    assertThat(nanos).hasValue(start + SECOND);
  }

  @Test
  void cancel_and_close_end_the_wait() throws Exception {
    Step limit = limit(1);
    send(limit, scope());
    RequestScope scope = scope();
    whileWaiting = scope::cancel;
    assertThatThrownBy(() -> send(limit, scope)).extracting("SQLState").isEqualTo("57014");
    whileWaiting = waits::close;
    assertThatThrownBy(() -> send(limit, scope())).extracting("SQLState").isEqualTo("08003");
    assertThat(begun).hasSize(1);
  }

  private static RequestScope scope() {
    return new RequestScope(1, Deadline.NONE);
  }
}
