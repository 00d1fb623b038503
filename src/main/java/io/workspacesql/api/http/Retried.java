package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.http.ErrorMapping.AnswerReader;
import java.sql.SQLException;

/** The first step of a read: its request is sent again while its faults may pass. */
public final class Retried {
  private final ErrorMapping next;
  private final Patience patience;

  public Retried(ErrorMapping next, Patience patience) {
    this.next = next;
    this.patience = patience;
  }

  /** What the answer holds, read to its end: nothing of an attempt that failed is in it. */
  public <T> T send(ApiRequest request, RequestScope scope, AnswerReader<T> reader)
      throws SQLException {
    ApiRequest attempt = request;
    int tried = 0;
    while (true) {
      try {
        T read = next.send(attempt, scope, reader);
        patience.succeeded(request.origin());
        return read;
      } catch (PassingFault fault) {
        patience.await(fault, ++tried, request, scope);
        attempt = request.after(fault.attempt());
      }
    }
  }
}
