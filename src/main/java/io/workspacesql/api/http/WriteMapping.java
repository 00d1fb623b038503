package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ServerWords;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.api.WriteAnswer.Accepted;
import io.workspacesql.api.WriteAnswer.Missing;
import io.workspacesql.api.WriteAnswer.NotSent;
import io.workspacesql.api.WriteAnswer.Refused;
import io.workspacesql.api.WriteAnswer.TryLater;
import io.workspacesql.api.WriteAnswer.Unclear;
import io.workspacesql.api.json.BadDocumentException;
import io.workspacesql.api.json.Decoder;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The first step of a write: tells what is known of the request's effect. */
public final class WriteMapping {
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final Step next;
  private final Clock clock;

  /**
   * @param clock for a {@code Retry-After} that is a date
   */
  public WriteMapping(Step next, Clock clock) {
    this.next = next;
    this.clock = clock;
  }

  /** Makes and sends the request; decodes an answer of class 2xx. */
  public <T> WriteAnswer<T> send(Making making, RequestScope scope, Decoder<T> decoder) {
    try {
      return send(making.request(), scope, decoder);
    } catch (SQLException e) {
      // What may pass has been tried again where it happened: when the token was asked for.
      return new NotSent<>(e, false);
    }
  }

  private <T> WriteAnswer<T> send(ApiRequest request, RequestScope scope, Decoder<T> decoder)
      throws SQLException {
    try {
      Answer answer = next.send(request, scope);
      return answer.isSuccess() ? decoded(answer, decoder) : notAccepted(answer);
    } catch (WireFailure e) {
      return e.mayHaveBeenSent()
          ? new Unclear<>(new ServerWords(null, e.reason(), null))
          : new NotSent<>(e.toSqlException(request.origin(), ""), e.mayPass());
    }
  }

  private static <T> WriteAnswer<T> decoded(Answer answer, Decoder<T> decoder) {
    try {
      return new Accepted<>(decoder.decode(answer.body()), words(answer, null));
    } catch (BadDocumentException e) {
      return new Unclear<>(words(answer, "the answer cannot be used: " + e.getMessage()));
    }
  }

  private <T> WriteAnswer<T> notAccepted(Answer answer) {
    int status = answer.status();
    ServerWords words = words(answer, answer.text());
    if (status == NOT_FOUND && answer.endpoint().mayBeMissing()) {
      return new Missing<>(words);
    }
    Duration pause = RetryAfter.of(answer.retryAfter(), clock.instant());
    if (status == TOO_MANY_REQUESTS || (status == UNAVAILABLE && pause != null)) {
      return new TryLater<>(pause, words);
    }
    return status == REQUEST_TIMEOUT || status >= 500 ? new Unclear<>(words) : refused(answer);
  }

  private static <T> WriteAnswer<T> refused(Answer answer) {
    Failure failure =
        switch (answer.status()) {
          case 400, 422 -> Failure.WRITE_INVALID;
          case 401 -> Failure.WRITE_NOT_AUTHORIZED;
          case 403 -> Failure.WRITE_FORBIDDEN;
          case 409, 412 -> Failure.CONFLICT;
          default -> Failure.WRITE_FAILED;
        };
    boolean redirect = answer.status() / 100 == 3;
    return new Refused<>(
        failure, words(answer, redirect ? Refusal.redirect(answer) : answer.text()));
  }

  private static ServerWords words(Answer answer, @Nullable String message) {
    return new ServerWords(answer.status(), message, answer.requestId());
  }

  /** How the request comes about; a value that cannot be sent ends it. */
  @FunctionalInterface
  public interface Making {
    ApiRequest request() throws SQLException;
  }
}
