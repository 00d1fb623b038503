package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.json.BadDocumentException;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Clock;

/** Makes of each answer what was asked for, or the failure that it means. */
public final class ErrorMapping {
  private final Step next;
  private final Clock clock;
  private final String ended;

  /**
   * @param clock for a {@code Retry-After} that is a date
   * @param ended goes behind the server's words when it refuses the token
   */
  public ErrorMapping(Step next, Clock clock, String ended) {
    this.next = next;
    this.clock = clock;
    this.ended = ended;
  }

  <T> T send(ApiRequest request, RequestScope scope, AnswerReader<T> reader)
      throws PassingFault, SQLException {
    Answer answer = usable(request, scope);
    try {
      return reader.read(answer);
    } catch (BadDocumentException e) {
      if (e.endsTooEarly()) {
        throw PassingFault.of(answer, e);
      }
      throw Failure.BAD_ANSWER.causedBy(e, answer.endpoint(), e.getMessage());
    }
  }

  /** The answer: of class 2xx, or a 404 where that says that there is no such thing. */
  private Answer usable(ApiRequest request, RequestScope scope) throws PassingFault, SQLException {
    Answer answer = answer(request, scope);
    boolean missing = answer.status() == 404 && request.endpoint().mayBeMissing();
    if (answer.isSuccess() || missing) {
      return answer;
    }
    if (PassingFault.isStatus(answer.status())) {
      throw PassingFault.of(answer, clock.instant());
    }
    throw Refusal.of(answer, answer.status() == 401 ? ended : "");
  }

  private Answer answer(ApiRequest request, RequestScope scope) throws PassingFault, SQLException {
    try {
      return next.send(request, scope);
    } catch (WireFailure e) {
      if (e.mayPass()) {
        throw PassingFault.of(e, request.origin());
      }
      throw e.toSqlException(request.origin(), "");
    }
  }

  /**
   * Reads what was asked for.
   *
   * @param <T> what that is
   */
  @FunctionalInterface
  public interface AnswerReader<T> {
    T read(Answer answer) throws BadDocumentException;
  }
}
