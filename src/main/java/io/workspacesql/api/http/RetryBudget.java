package io.workspacesql.api.http;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps retries from making an outage worse: each takes from a bucket of its origin, which only
 * answers fill up again. First attempts are free. Safe for use by several threads.
 */
public final class RetryBudget {
  static final int CAPACITY = 500;
  static final int RETRY = 5;
  static final int RETRY_OF_TIMEOUT = 10;

  private static final RetryBudget SHARED = new RetryBudget();

  /** What is missing in the bucket of an origin; a full one has no entry. */
  private final Map<String, Integer> spent = new HashMap<>();

  /** A budget of its own, shared with nobody. */
  public RetryBudget() {}

  /** The budget of this JVM. */
  public static RetryBudget shared() {
    return SHARED;
  }

  /** Takes the cost of a retry; false = the bucket does not hold so much. */
  synchronized boolean take(String origin, int cost) {
    int wanted = spent.getOrDefault(origin, 0) + cost;
    if (wanted > CAPACITY) {
      return false;
    }
    spent.put(origin, wanted);
    return true;
  }

  /** Gives one back, since the origin has answered well. */
  synchronized void giveBack(String origin) {
    spent.computeIfPresent(origin, (key, missing) -> missing == 1 ? null : missing - 1);
  }

  /** How many origins have a bucket that is not full. */
  synchronized int size() {
    return spent.size();
  }
}
