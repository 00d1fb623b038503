package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import java.sql.SQLException;

/** The first step: whatever is no usable answer becomes an {@link SQLException}. */
public final class ErrorMapping {
  private final Step next;

  public ErrorMapping(Step next) {
    this.next = next;
  }

  /** The answer: of class 2xx, or a 404 where that says that there is no such thing. */
  public Answer send(ApiRequest request, RequestScope scope) throws SQLException {
    Answer answer;
    try {
      answer = next.send(request, scope);
    } catch (WireFailure e) {
      throw e.toSqlException(request.origin());
    }
    boolean missing = answer.status() == 404 && request.endpoint().mayBeMissing();
    if (answer.isSuccess() || missing) {
      return answer;
    }
    throw Refusal.of(answer);
  }
}
