package io.workspacesql.api;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests one execution of a statement may send, all attempts counted, those for the
 * token not. Safe for use by several threads.
 */
public final class RequestBudget {
  /** As many as it takes. */
  public static final RequestBudget NONE = new RequestBudget(0);

  private static final String HELP =
      " allows no more; narrow the statement, or raise maxRequestsPerStatement (0 = no limit)";

  private final int most;
  private final AtomicLong taken = new AtomicLong();

  private RequestBudget(int most) {
    this.most = most;
  }

  /**
   * A budget.
   *
   * @param most 0 = no limit
   */
  public static RequestBudget of(int most) {
    return most == 0 ? NONE : new RequestBudget(most);
  }

  /** Takes one request; fails with 53400 when there is none left. */
  public void take() throws SQLException {
    if (most > 0 && taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      throw Failure.REQUEST_BUDGET.because(
          "The statement has sent "
              + most
              + " requests, and maxRequestsPerStatement="
              + most
              + HELP);
    }
  }

  /** Fails with 53400 when fewer requests are left than these, which a plan is going to send. */
  public void require(long requests) throws SQLException {
    long sent = taken.get();
    if (most > 0 && requests > most - sent) {
      String before = sent == 0 ? "nothing was sent" : sent + " were sent before";
      throw Failure.REQUEST_BUDGET.because(
          "The plan has %d requests, %s, and maxRequestsPerStatement=%d"
                  .formatted(requests, before, most)
              + HELP);
    }
  }
}
