package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.api.WriteAnswer.NotSent;
import io.workspacesql.api.WriteAnswer.TryLater;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Sends one row's write request, and sends it again while it is certain that nothing has happened
 * and that trying again may help. Used by one thread.
 */
final class PatientSender<T> {
  private static final int TOO_MANY_REQUESTS = 429;

  private final WriteRun run;
  private final Sending<T> request;
  private int attempts;

  PatientSender(WriteRun run, Sending<T> request) {
    this.run = run;
    this.request = request;
  }

  /** The answer of the last request; {@link NotSent} too when the scope ended while waiting. */
  WriteAnswer<T> send(RequestScope scope) {
    WriteAnswer<T> answer = sendOnce(scope);
    for (int retry = 0; retry < run.backoff().maxRetries() && mayHelpAgain(answer); retry++) {
      Duration pause = pause(answer, retry);
      if (!scope.outlives(pause)) {
        return scope.mustStop() ? new NotSent<>(end(scope), false) : answer;
      }
      run.pace().hold(pause);
      answer = sendOnce(scope);
    }
    return answer;
  }

  private WriteAnswer<T> sendOnce(RequestScope scope) {
    if (!run.pace().await(scope)) {
      return new NotSent<>(end(scope), false);
    }
    WriteAnswer<T> answer = request.send(++attempts, scope);
    if (!(answer instanceof NotSent)) {
      run.sent().set(true);
    }
    return answer;
  }

  private boolean mayHelpAgain(WriteAnswer<T> answer) {
    return answer instanceof TryLater || (answer instanceof NotSent<T> not && not.passing());
  }

  private Duration pause(WriteAnswer<T> answer, int retry) {
    double random = run.timing().random().getAsDouble();
    if (!(answer instanceof TryLater<T> later)) {
      return run.backoff().pause(retry, false, null, random);
    }
    Integer status = later.words().httpStatus();
    boolean limited = status != null && status == TOO_MANY_REQUESTS;
    return run.backoff().pause(retry, limited, later.pause(), random);
  }

  private static SQLException end(RequestScope scope) {
    try {
      scope.check();
      return scope.deadline().expired();
    } catch (SQLException e) {
      return e;
    }
  }
}
