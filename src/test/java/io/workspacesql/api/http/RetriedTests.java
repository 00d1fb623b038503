package io.workspacesql.api.http;

import static io.workspacesql.api.http.RetryBench.status;
import static io.workspacesql.api.http.RetryBench.timeout;
import static io.workspacesql.api.http.RetryBench.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workspacesql.api.Backoff;
import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which faults are tried again, how often and when: in virtual time. */
class RetriedTests {
  private static final Step OK = status(200);
  private static final Step RESET = wire(true, new IOException("reset"));

  private final RetryBench bench = new RetryBench(Backoff.DEFAULT);

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void a_status_that_may_pass_is_tried_again(int status) throws SQLException {
    assertThat(bench.then(status(status), OK).read()).isEqualTo(200);
    assertThat(bench.attempts).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 307, 400, 401, 402, 403, 404, 405, 409, 410, 412, 422, 501, 505})
  void any_other_status_is_final(int status) {
    failure(bench.then(status(status)));
    assertThat(bench.attempts).containsExactly(1);
  }

  static Stream<IOException> passing() {
    IOException reset = new IOException("reset");
    SSLHandshakeException brokenOff = new SSLHandshakeException("the remote host has ended it");
    brokenOff.initCause(reset);
    return Stream.of(reset, new ConnectException("refused"), brokenOff);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void a_connection_that_fails_is_tried_again(IOException cause) throws SQLException {
    bench.then(wire(false, cause), wire(true, cause), OK).read();
    assertThat(bench.attempts).containsExactly(1, 2, 3);
  }

  static Stream<IOException> hopeless() {
    return Stream.of(
        new SSLPeerUnverifiedException("other host"), new SSLHandshakeException("bad certificate"));
  }

  @ParameterizedTest
  @MethodSource("hopeless")
  void a_server_that_is_not_trusted_is_asked_once(IOException cause) {
    assertThat(failure(bench.then(wire(false, cause))).getSQLState()).isEqualTo("08001");
    assertThat(bench.attempts).containsExactly(1);
  }

  @Test
  void the_waits_double_and_are_longer_after_a_rate_limit() throws SQLException {
    bench.then(RESET, RESET, status(503), OK).read();
    bench.then(status(429), status(429), status(429), OK).read();
    assertThat(bench.pauses)
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 1000L, 2000L, 4000L);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "60, 60",
    "86400, 60",
    "0, 1",
    "-5, 1",
    "soon, 1",
    "'Sun, 22 Nov 2026 00:00:30 GMT', 30",
    "'Sat, 21 Nov 2026 00:00:00 GMT', 1"
  })
  void the_servers_wait_is_kept_and_capped(String retryAfter, long seconds) throws SQLException {
    bench.then(status(429, HiddenRetryAfter.SHOWN_AS, retryAfter), OK).read();
    assertThat(bench.pauses).containsExactly(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "3, 4", "10, 11"})
  void a_fault_that_stays_is_told_after_the_last_retry(int retries, int attempts) {
    RetryBench few = new RetryBench(new Backoff(retries, Duration.ofSeconds(20)));
    SQLException failure = failure(few.then(status(503, "X-Request-Id", "req-9")));
    assertThat(failure.getSQLState()).isEqualTo("08006");
    assertThat(failure.getMessage())
        .contains("503 to GET /workspaces: told you (request id req-9)");
    assertThat(few.attempts).isEqualTo(IntStream.rangeClosed(1, attempts).boxed().toList());
    assertThat(failure.getMessage().contains("tried " + attempts + " times"))
        .isEqualTo(attempts > 1);
  }

  @Test
  void the_last_fault_is_the_one_that_is_told() {
    SQLException failure = failure(bench.then(status(503), RESET, RESET, status(429)));
    assertThat(failure.getSQLState()).isEqualTo("53400");
    assertThat(failure.getMessage()).contains("tried 4 times");
  }

  @Test
  void who_looks_what_became_of_a_write_sends_once() {
    RequestScope scope = new RequestScope(1, Deadline.NONE);
    failure(bench.then(status(503)), scope.forLooks());
    assertThat(bench.attempts).containsExactly(1);
  }

  @Test
  void a_wait_that_cannot_end_before_the_deadline_is_not_begun() {
    bench.then(status(503, HiddenRetryAfter.SHOWN_AS, "10"));
    RequestScope scope = new RequestScope(1, bench.deadline(Duration.ofSeconds(10)));
    SQLException failure = failure(bench, scope);
    assertThat(failure.getSQLState()).isEqualTo("08006");
    assertThat(failure.getMessage()).contains("tried once and not again, as the timeout");
    assertThat(bench.pauses).isEmpty();
    assertThat(bench.passed()).isZero();
  }

  static Stream<Random> draws() {
    return IntStream.range(0, 500).mapToObj(Random::new);
  }

  @ParameterizedTest
  @MethodSource("draws")
  void no_wait_ends_after_the_deadline(Random draw) {
    RetryBench any = new RetryBench(new Backoff(draw.nextInt(11), seconds(draw, 30)));
    any.random = draw.nextDouble();
    any.requestTakes = seconds(draw, 3);
    any.then(Stream.generate(() -> fault(draw)).limit(12).toArray(Step[]::new));
    Duration timeout = seconds(draw, 60).plusNanos(1);
    SQLException failure = failure(any, new RequestScope(1, any.deadline(timeout)));
    Duration begun = any.passed().minus(any.requestTakes);
    assertThat(begun).isLessThanOrEqualTo(timeout);
    assertThat(failure.getSQLState()).isIn("08001", "08006", "53400", "HYT00");
    assertThat(any.attempts).hasSizeLessThanOrEqualTo(11).doesNotHaveDuplicates();
  }

  private static Step fault(Random draw) {
    return switch (draw.nextInt(5)) {
      case 0 -> RESET;
      case 1 -> wire(false, new ConnectException("refused"));
      case 2 -> timeout();
      case 3 -> status(429, HiddenRetryAfter.SHOWN_AS, Integer.toString(draw.nextInt(200)));
      default -> status(List.of(408, 429, 500, 502, 503, 504).get(draw.nextInt(6)));
    };
  }

  private static Duration seconds(Random draw, int most) {
    return Duration.ofNanos((long) (draw.nextDouble() * most * 1_000_000_000L));
  }

  @Test
  void cancel_wakes_a_sleeping_retry() {
    RequestScope scope = new RequestScope(1, Deadline.NONE);
    bench.whileWaiting = scope::cancel;
    assertThat(failure(bench.then(RESET), scope).getSQLState()).isEqualTo("57014");
    assertThat(bench.attempts).containsExactly(1);
  }

  @Test
  void close_wakes_a_sleeping_retry() {
    bench.whileWaiting = bench.waits::close;
    assertThat(failure(bench.then(RESET)).getSQLState()).isEqualTo("08003");
    assertThat(bench.attempts).containsExactly(1);
  }

  @Test
  void a_statement_cancelled_while_its_answer_came_does_not_wait() {
    RequestScope scope = new RequestScope(1, Deadline.NONE);
    Step cancelling =
        (request, whose) -> {
          scope.cancel();
          return status(503).send(request, whose);
        };
    assertThat(failure(bench.then(cancelling), scope).getSQLState()).isEqualTo("57014");
    assertThat(bench.pauses).isEmpty();
  }

  private static SQLException failure(RetryBench bench) {
    return failure(bench, new RequestScope(1, Deadline.NONE));
  }

  private static SQLException failure(RetryBench bench, RequestScope scope) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> bench.read(scope));
    assertThat((Throwable) failure).isNotNull();
    return failure;
  }
}
