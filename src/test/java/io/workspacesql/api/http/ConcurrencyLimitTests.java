package io.workspacesql.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConcurrencyLimitTests {
  private static final int LIMIT = 3;
  private static final ApiRequest REQUEST =
      ApiRequest.get(Endpoint.STATS, HttpUrl.get("http://localhost/"), null);

  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void as_many_as_allowed_are_in_flight_and_never_more() throws Exception {
    CyclicBarrier together = new CyclicBarrier(LIMIT);
    ConcurrencyLimit limit = new ConcurrencyLimit((request, scope) -> meet(together), LIMIT);
    ExecutorService threads = Executors.newFixedThreadPool(12);
    List<Future<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(threads.submit(() -> limit.send(REQUEST, scope())));
    }
    for (Future<Answer> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(200);
    }
    threads.shutdown();
    assertThat(most).hasValue(LIMIT);
  }

  @Test
  void a_failed_request_gives_its_slot_back() {
    Step failing =
        (request, scope) -> {
          throw new WireFailure(request, true, "reset", new IOException("reset"));
        };
    ConcurrencyLimit limit = new ConcurrencyLimit(failing, 1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> limit.send(REQUEST, scope())).isInstanceOf(WireFailure.class);
    }
  }

  private Answer meet(CyclicBarrier together) {
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      together.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      inFlight.decrementAndGet();
    }
    return new Answer(REQUEST, 200, Headers.of(), new byte[0]);
  }

  private static RequestScope scope() {
    return new RequestScope(1, Deadline.NONE);
  }
}
