package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import io.workspacesql.observe.DriverListener;
import io.workspacesql.observe.RequestRecord;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells of every attempt, the failed ones too. */
public final class Recorded implements Step {
  private final Step next;
  private final DriverListener listener;
  private final Clock clock;

  public Recorded(Step next, DriverListener listener, Clock clock) {
    this.next = next;
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public Answer send(ApiRequest request, RequestScope scope) throws WireFailure, SQLException {
    Stopwatch watch = new Stopwatch(clock.instant(), System.nanoTime());
    try {
      Answer answer = next.send(request, scope);
      add(request, scope, watch, answer, answer.status() >= 300 ? answer.message() : null);
      return answer;
    } catch (WireFailure | SQLException e) {
      add(request, scope, watch, null, e.getMessage());
      throw e;
    }
  }

  private void add(
      ApiRequest request,
      RequestScope scope,
      Stopwatch watch,
      @Nullable Answer answer,
      @Nullable String failure) {
    listener.attempted(
        new RequestRecord(
            scope.statementId(),
            request.attempt(),
            request.endpoint().method(),
            request.endpoint().pathTemplate(),
            request.queryText(),
            answer == null ? null : answer.status(),
            watch.startedAt(),
            watch.millis(),
            answer == null ? 0 : answer.body().length,
            answer == null ? null : answer.requestId(),
            failure));
  }

  private record Stopwatch(Instant startedAt, long startNanos) {
    long millis() {
      return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    }
  }
}
