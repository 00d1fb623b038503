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
  static final int RETRIES = 3;

  private static final Duration BASE = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final WriteRun run;
  private final Effect<T> effect;
  private int attempts;

  PatientSender(WriteRun run, Effect<T> effect) {
    this.run = run;
    this.effect = effect;
  }

  /** The answer of the last request; {@link NotSent} too when the scope ended while waiting. */
  WriteAnswer<T> send(RequestScope scope) {
    WriteAnswer<T> answer = sendOnce(scope);
    for (int retry = 0; retry < RETRIES && mayHelpAgain(answer); retry++) {
      Duration pause = pause(answer, retry);
      if (!WriteTiming.endsBeforeDeadline(pause, scope)) {
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
    WriteAnswer<T> answer = effect.send(++attempts, scope);
    if (!(answer instanceof NotSent)) {
      run.sent().set(true);
    }
    return answer;
  }

  private boolean mayHelpAgain(WriteAnswer<T> answer) {
    return answer instanceof TryLater || (answer instanceof NotSent<T> not && not.passing());
  }

  /** What the server asks for, or full jitter: anything up to a bound that doubles each time. */
  private Duration pause(WriteAnswer<T> answer, int retry) {
    Duration asked = answer instanceof TryLater<T> later ? later.pause() : null;
    if (asked != null) {
      return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
    double bound = BASE.toNanos() * Math.pow(2, retry);
    return Duration.ofNanos((long) (bound * run.timing().random().getAsDouble()));
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
