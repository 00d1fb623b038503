package io.workspacesql.api.auth;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.http.Answer;
import io.workspacesql.api.http.ApiRequest;
import io.workspacesql.api.http.Step;
import io.workspacesql.api.http.WireFailure;
import io.workspacesql.config.Secret;
import java.sql.SQLException;

/** Adds the bearer token; a 401 is tried once more with another token, if there is one. */
public final class Authorized implements Step {
  private static final int UNAUTHORIZED = 401;

  private final Step next;
  private final TokenSource tokens;

  public Authorized(Step next, TokenSource tokens) {
    this.next = next;
    this.tokens = tokens;
  }

  @Override
  public Answer send(ApiRequest request, RequestScope scope) throws WireFailure, SQLException {
    Secret token = tokens.current(scope);
    Answer answer = next.send(request.bearing(token), scope);
    if (answer.status() != UNAUTHORIZED) {
      return answer;
    }
    Secret another = tokens.replacing(token, scope);
    return another == null ? answer : again(request, another, scope);
  }

  private Answer again(ApiRequest request, Secret token, RequestScope scope)
      throws WireFailure, SQLException {
    Answer answer = next.send(request.bearing(token).again(), scope);
    if (answer.status() != UNAUTHORIZED) {
      tokens.accepted(token);
    }
    return answer;
  }
}
