package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import java.sql.SQLException;

/** A link of the chain that a request passes through; it knows the next one. Threads may share. */
@FunctionalInterface
public interface Step {

  /**
   * Sends the request on and hands its answer back, of whatever status.
   *
   * @throws WireFailure when no complete answer arrived
   * @throws SQLException when the statement or the connection ended, or nothing can be done
   */
  Answer send(ApiRequest request, RequestScope scope) throws WireFailure, SQLException;
}
