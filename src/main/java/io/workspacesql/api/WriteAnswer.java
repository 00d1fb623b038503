package io.workspacesql.api;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one write request, sent once at most.
 *
 * @param <T> what the server answers when it accepts
 */
public sealed interface WriteAnswer<T> {

  /** The server did it. */
  record Accepted<T>(T content, ServerWords words) implements WriteAnswer<T> {}

  /** There is no such workspace (404). */
  record Missing<T>(ServerWords words) implements WriteAnswer<T> {}

  /** The server will never do it, and nothing has happened. */
  record Refused<T>(Failure failure, ServerWords words) implements WriteAnswer<T> {}

  /**
   * The server turned it away unseen (429, or 503 with {@code Retry-After}): nothing has happened.
   *
   * @param pause as the server asks, not negative; null = it does not say
   */
  record TryLater<T>(@Nullable Duration pause, ServerWords words) implements WriteAnswer<T> {}

  /**
   * Nothing was sent that could have an effect: no connection, no token, cancelled, too late.
   *
   * @param passing whether it is worth trying again
   */
  record NotSent<T>(SQLException reason, boolean passing) implements WriteAnswer<T> {}

  /** It may or may not happen, or have happened: reset, timeout, 5xx, an unreadable answer. */
  record Unclear<T>(ServerWords words) implements WriteAnswer<T> {}
}
