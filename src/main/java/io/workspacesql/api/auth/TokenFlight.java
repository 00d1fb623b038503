package io.workspacesql.api.auth;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestScope;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A token request in flight: one thread leads it, any number wait for how it ends. */
final class TokenFlight {
  private final CompletableFuture<Outcome> landing = new CompletableFuture<>();

  /** Lets the waiting threads go; both null = the leader gave up for reasons of its own. */
  void land(@Nullable Token token, @Nullable SQLException failure) {
    landing.complete(new Outcome(token, failure));
  }

  /**
   * Waits, no longer than the statement may.
   *
   * @return null when the leader gave up and somebody else must try
   */
  @Nullable Token await(RequestScope scope) throws SQLException {
    CompletableFuture<Outcome> mine = landing.copy();
    RequestScope.Registration registration = scope.onCancel(() -> mine.cancel(false));
    try {
      Outcome outcome = await(mine, scope.deadline());
      if (outcome.failure() != null) {
        throw outcome.failure();
      }
      return outcome.token();
    } catch (CancellationException e) {
      throw Failure.CANCELLED.causedBy(e);
    } catch (TimeoutException e) {
      throw scope.deadline().expired();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.CANCELLED.causedBy(e);
    } catch (ExecutionException e) {
      throw Failure.INTERNAL.causedBy(e, "a token request landed without an outcome");
    } finally {
      registration.close();
    }
  }

  private static Outcome await(CompletableFuture<Outcome> mine, Deadline deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    return deadline.isSet()
        ? mine.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)
        : mine.get();
  }

  private record Outcome(@Nullable Token token, @Nullable SQLException failure) {}
}
