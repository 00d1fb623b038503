package io.workspacesql.run;

import io.workspacesql.api.ServerWords;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.error.Failure;
import java.time.Duration;

/**
 * What goes wrong with one write request, and whether the server does the work nevertheless.
 *
 * @param answer what the driver gets to know
 */
record WriteFault(WriteAnswer<?> answer, Effect effect) {
  enum Effect {
    NONE,
    NOW,
    /** A second later, on the test's clock. */
    LATE,
    /** An hour later. */
    MUCH_LATER
  }

  static WriteFault unclear(int status, Effect effect) {
    return new WriteFault(new WriteAnswer.Unclear<>(words(status)), effect);
  }

  static WriteFault reset(Effect effect) {
    ServerWords words = new ServerWords(null, "Connection reset", null);
    return new WriteFault(new WriteAnswer.Unclear<>(words), effect);
  }

  static WriteFault later(int status, Duration pause) {
    return new WriteFault(new WriteAnswer.TryLater<>(pause, words(status)), Effect.NONE);
  }

  static WriteFault noConnection() {
    return new WriteFault(
        new WriteAnswer.NotSent<>(Failure.CANNOT_CONNECT.because("http://x", "refused"), true),
        Effect.NONE);
  }

  static WriteFault noToken() {
    return new WriteFault(
        new WriteAnswer.NotSent<>(Failure.CREDENTIALS_REFUSED.because("expired"), false),
        Effect.NONE);
  }

  static WriteFault refused(Failure failure, int status) {
    return new WriteFault(new WriteAnswer.Refused<>(failure, words(status)), Effect.NONE);
  }

  static <T> WriteAnswer<T> accepted(T content) {
    return new WriteAnswer.Accepted<>(content, new ServerWords(200, null, "req-200"));
  }

  static <T> WriteAnswer<T> missing() {
    return new WriteAnswer.Missing<>(words(404));
  }

  private static ServerWords words(int status) {
    return new ServerWords(status, "server says " + status, "req-" + status);
  }
}
