package io.workspacesql.run;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Answers of many requests in the requests' order, several of them under way at once; never more
 * than rows wanted.
 *
 * @param <Q> what is asked for
 * @param <A> its answer
 */
final class RequestSequence<Q, A> {
  private final Reading reading;
  private final List<Q> questions;
  private final Sender<Q, A> sender;
  private final Queue<CompletableFuture<A>> coming = new ArrayDeque<>();

  private int asked;

  RequestSequence(Reading reading, List<Q> questions, Sender<Q, A> sender) {
    this.reading = reading;
    this.questions = questions;
    this.sender = sender;
  }

  /** Whether every answer has been taken. */
  boolean isOver() {
    return coming.isEmpty() && asked == questions.size();
  }

  /**
   * The next answer.
   *
   * @param wanted rows that the reader still needs, at least 1
   */
  A next(long wanted) throws SQLException {
    int window = (int) Math.min(wanted, reading.means().settings().maxConcurrentRequests());
    boolean alone = coming.isEmpty() && (window == 1 || asked + 1 == questions.size());
    if (alone) {
      return sender.send(questions.get(asked++));
    }
    while (coming.size() < window && asked < questions.size()) {
      Q question = questions.get(asked++);
      coming.add(reading.means().threads().send(() -> sender.send(question)));
    }
    return SessionThreads.await(coming.remove(), reading.scope());
  }

  /** Sends one request. */
  @FunctionalInterface
  interface Sender<Q, A> {
    A send(Q question) throws SQLException;
  }
}
