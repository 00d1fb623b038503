package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WriteAnswer;

/**
 * A write request that can be sent.
 *
 * @param <T> what the server answers when it accepts
 */
@FunctionalInterface
interface Sending<T> {

  /** Sends the request once. */
  WriteAnswer<T> send(int attempt, RequestScope scope);
}
