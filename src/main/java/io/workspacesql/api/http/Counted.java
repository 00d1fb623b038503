package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import java.sql.SQLException;

/** Takes each attempt from the budget of its statement. */
public final class Counted implements Step {
  private final Step next;

  public Counted(Step next) {
    this.next = next;
  }

  @Override
  public Answer send(ApiRequest request, RequestScope scope) throws WireFailure, SQLException {
    if (!scope.isLook()) {
      scope.budget().take();
    }
    return next.send(request, scope);
  }
}
