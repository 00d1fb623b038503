package io.workspacesql.api.http;

import io.workspacesql.api.json.BadDocumentException;
import io.workspacesql.error.Failure;
import java.io.Serial;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request brought no usable answer, but the same request may bring one the next time. */
final class PassingFault extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<Integer> STATUSES = Set.of(408, TOO_MANY_REQUESTS, 500, 502, 503, 504);

  private final transient Function<String, SQLException> failure;
  private final int attempt;
  private final boolean rateLimited;
  private final boolean timeout;
  private final @Nullable Duration asked;

  private PassingFault(
      Function<String, SQLException> failure,
      int attempt,
      boolean rateLimited,
      boolean timeout,
      @Nullable Duration asked) {
    this.failure = failure;
    this.attempt = attempt;
    this.rateLimited = rateLimited;
    this.timeout = timeout;
    this.asked = asked;
  }

  /** Whether an answer of this status is one. */
  static boolean isStatus(int status) {
    return STATUSES.contains(status);
  }

  /** An answer of such a status. */
  static PassingFault of(Answer answer, Instant now) {
    return new PassingFault(
        remark -> Refusal.of(answer, remark),
        answer.attempt(),
        answer.status() == TOO_MANY_REQUESTS,
        false,
        RetryAfter.of(answer.retryAfter(), now));
  }

  /** No complete answer. */
  static PassingFault of(WireFailure failure, String origin) {
    return new PassingFault(
        remark -> failure.toSqlException(origin, remark),
        failure.attempt(),
        false,
        failure.isTimeout(),
        null);
  }

  /** An answer whose document ends too early, though HTTP takes it to be complete. */
  static PassingFault of(Answer answer, BadDocumentException cutShort) {
    return new PassingFault(
        remark ->
            Failure.BAD_ANSWER.causedBy(
                cutShort, answer.endpoint(), cutShort.getMessage() + remark),
        answer.attempt(),
        false,
        false,
        null);
  }

  /** The fault as the statement's failure; {@code remark} goes to the end of its text. */
  SQLException failure(String remark) {
    return failure.apply(remark);
  }

  /** The number of the attempt, 1 = first. */
  int attempt() {
    return attempt;
  }

  /** Whether the server says that requests come too fast. */
  boolean isRateLimit() {
    return rateLimited;
  }

  /** Whether the server was silent for too long. */
  boolean isTimeout() {
    return timeout;
  }

  /** How long the server asks to wait; null = it does not. */
  @Nullable Duration askedPause() {
    return asked;
  }
}
