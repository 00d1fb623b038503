package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ServerWords;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.api.WriteAnswer.Accepted;
import io.workspacesql.api.WriteAnswer.Missing;
import io.workspacesql.api.WriteAnswer.NotSent;
import io.workspacesql.api.WriteAnswer.Refused;
import io.workspacesql.api.WriteAnswer.TryLater;
import io.workspacesql.api.WriteAnswer.Unclear;
import io.workspacesql.error.Failure;
import io.workspacesql.run.Sight.Blind;
import io.workspacesql.run.Sight.Settled;

/**
 * A write request whose outcome is settled as far as the server lets see: after an unclear answer
 * the driver looks; when nothing has happened it sends once more; and looks again.
 */
final class SettledWrite<T> {
  private static final int TOO_MANY_REQUESTS = 429;

  private final WriteRun run;
  private final Effect<T> effect;
  private final PatientSender<T> sender;
  private final Lookout lookout;

  SettledWrite(WriteRun run, Effect<T> effect) {
    this.run = run;
    this.effect = effect;
    this.sender = new PatientSender<>(run, effect);
    this.lookout = new Lookout(run);
  }

  /**
   * Writes.
   *
   * @param scope of the first request
   */
  RowEnd write(RequestScope scope) {
    WriteAnswer<T> answer = sender.send(scope);
    if (answer instanceof Accepted<T> accepted) {
      return effect.accepted(accepted.content(), accepted.words());
    }
    if (answer instanceof Missing<T> missing) {
      return effect.missing(false, missing.words());
    }
    return answer instanceof Unclear<T> unclear ? settle(unclear.words()) : withoutEffect(answer);
  }

  private static RowEnd withoutEffect(WriteAnswer<?> answer) {
    if (answer instanceof Refused<?> refused) {
      return RowEnd.failed(refused.failure(), refused.words());
    }
    if (answer instanceof TryLater<?> later) {
      Integer status = later.words().httpStatus();
      boolean limited = status != null && status == TOO_MANY_REQUESTS;
      return RowEnd.failed(limited ? Failure.WRITE_LIMITED : Failure.WRITE_FAILED, later.words());
    }
    return RowEnd.notSent(((NotSent<?>) answer).reason());
  }

  private RowEnd settle(ServerWords words) {
    Sight sight = lookout.once(effect);
    if (sight instanceof Settled settled) {
      return settled.end();
    }
    return sight instanceof Blind blind
        ? RowEnd.unknown(null, RowEnd.words(words, blind.reason()))
        : sendOnceMore(words);
  }

  private RowEnd sendOnceMore(ServerWords words) {
    WriteAnswer<T> answer = sender.send(run.finishing());
    if (answer instanceof Accepted<T> accepted) {
      return effect.accepted(accepted.content(), accepted.words());
    }
    if (answer instanceof Missing<T> missing) {
      return effect.missing(true, missing.words());
    }
    Sight sight = lookout.untilSettled(effect);
    return sight instanceof Settled settled
        ? settled.end()
        : RowEnd.unknown(null, RowEnd.words(said(answer, words), reason(sight)));
  }

  /** The second answer's words, or those of the first when nothing was sent again. */
  private static ServerWords said(WriteAnswer<?> answer, ServerWords first) {
    if (answer instanceof Unclear<?> unclear) {
      return unclear.words();
    }
    if (answer instanceof Refused<?> refused) {
      return refused.words();
    }
    return answer instanceof TryLater<?> later ? later.words() : first;
  }

  private static String reason(Sight sight) {
    return sight instanceof Blind blind
        ? blind.reason()
        : "it looked unchanged, but may still happen";
  }
}
