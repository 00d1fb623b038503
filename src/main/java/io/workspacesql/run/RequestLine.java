package io.workspacesql.run;

import io.workspacesql.run.SessionThreads.Request;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Requests of which each is sent when the one before has been answered: by the same thread when it
 * waits already, which saves waking another one for every page. After a failure nothing more is
 * sent. Safe for use by several threads.
 */
final class RequestLine {
  private final Executor threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean moving;
  private @Nullable Throwable failure;

  RequestLine(Executor threads) {
    this.threads = threads;
  }

  /** The answer to come; fails as the request does, or as an earlier one did. */
  <T> CompletableFuture<T> send(Request<T> request) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (add(() -> answer(request, answer))) {
      try {
        threads.execute(this::move);
      } catch (RejectedExecutionException e) {
        answer.completeExceptionally(e);
      }
    }
    return answer;
  }

  /** Whether nobody moves the line. */
  private synchronized boolean add(Runnable sending) {
    waiting.add(sending);
    boolean wasMoving = moving;
    moving = true;
    return !wasMoving;
  }

  private void move() {
    for (Runnable sending = next(); sending != null; sending = next()) {
      sending.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable sending = waiting.poll();
    moving = sending != null;
    return sending;
  }

  /** Of the thread that moves the line, and no other looks at {@link #failure}. */
  private <T> void answer(Request<T> request, CompletableFuture<T> answer) {
    if (failure != null) {
      answer.completeExceptionally(failure);
      return;
    }
    try {
      answer.complete(request.send());
    } catch (Exception | Error e) {
      failure = e;
      answer.completeExceptionally(e);
    }
  }
}
