package io.workspacesql.api.http;

import io.workspacesql.api.Backoff;
import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.Timing;
import io.workspacesql.observe.DriverListener;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Reads from a server that does as it is told, in a time that passes only when somebody waits. */
final class RetryBench {
  static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  static final String ORIGIN = "http://localhost:80";
  static final ApiRequest REQUEST =
      ApiRequest.get(Endpoint.LIST, HttpUrl.get(ORIGIN + "/workspaces"), null);

  final RetryBudget budget = new RetryBudget();
  final List<Duration> pauses = new ArrayList<>();
  final List<Integer> attempts = new ArrayList<>();
  final Waits waits;

  Runnable whileWaiting = () -> {};
  Duration requestTakes = Duration.ZERO;
  double random = 1;

  private final AtomicLong nanos = new AtomicLong();
  private final Queue<Step> script = new ArrayDeque<>();
  private final Retried reads;

  RetryBench(Backoff backoff) {
    Timing timing =
        new Timing(Clock.fixed(NOW, ZoneOffset.UTC), nanos::get, this::sleep, () -> random);
    waits = new Waits(timing);
    Patience patience = new Patience(backoff, budget, timing, waits, DriverListener.NONE);
    reads = new Retried(new ErrorMapping(this::answer, timing.clock(), ""), patience);
  }

  /** The next requests are treated so; the later ones like the last of them. */
  RetryBench then(Step... steps) {
    script.clear();
    script.addAll(List.of(steps));
    return this;
  }

  static Step status(int status, String... headers) {
    return (request, scope) ->
        new Answer(
            request,
            status,
            Headers.of(headers),
            "{\"message\":\"told you\"}".getBytes(StandardCharsets.UTF_8));
  }

  static Step wire(boolean sent, IOException cause) {
    return (request, scope) -> {
      throw new WireFailure(request, sent, "broken", cause);
    };
  }

  static Step timeout() {
    return wire(true, new SocketTimeoutException("timeout"));
  }

  Deadline deadline(Duration timeout) {
    return Deadline.after(timeout, nanos::get);
  }

  Duration passed() {
    return Duration.ofNanos(nanos.get());
  }

  /** The status of the answer. */
  int read() throws SQLException {
    return read(new RequestScope(1, Deadline.NONE));
  }

  int read(RequestScope scope) throws SQLException {
    return reads.send(REQUEST, scope, Answer::status);
  }

  private Answer answer(ApiRequest request, RequestScope scope) throws WireFailure, SQLException {
    attempts.add(request.attempt());
    nanos.addAndGet(requestTakes.toNanos());
    Step step = script.size() > 1 ? script.remove() : script.element();
    return step.send(request, scope);
  }

  private boolean sleep(Duration duration, RequestScope scope) {
    pauses.add(duration);
    whileWaiting.run();
    if (!scope.isCancelled()) {
      nanos.addAndGet(duration.toNanos());
    }
    return !scope.isCancelled();
  }
}
