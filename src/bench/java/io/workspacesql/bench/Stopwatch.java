package io.workspacesql.bench;

import java.time.Duration;

/** Times a task. */
final class Stopwatch {
  private Stopwatch() {}

  static Duration time(Task task) throws Exception {
    long start = System.nanoTime();
    task.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What is timed. */
  interface Task {
    void run() throws Exception;
  }
}
