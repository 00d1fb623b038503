package io.workspacesql.api.http;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.Timing;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Lets no more than so many requests of a connection begin within any second; the others wait, each
 * for its own turn.
 */
public final class RateLimit implements Step {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Step next;
  private final Waits waits;
  private final Timing timing;

  /** When the last requests began or will begin, in a ring. */
  private final long[] turns;

  private long given;

  private RateLimit(Step next, int perSecond, Waits waits, Timing timing) {
    this.next = next;
    this.waits = waits;
    this.timing = timing;
    this.turns = new long[perSecond];
  }

  /**
   * The step with the limit before it.
   *
   * @param perSecond 0 = none
   */
  public static Step before(Step next, int perSecond, Waits waits, Timing timing) {
    return perSecond == 0 ? next : new RateLimit(next, perSecond, waits, timing);
  }

  @Override
  public Answer send(ApiRequest request, RequestScope scope) throws WireFailure, SQLException {
    Duration wait = turn(scope);
    if (!wait.isZero()) {
      waits.sleep(wait, scope);
    }
    return next.send(request, scope);
  }

  /** How long until the turn that this request has been given; none is for what comes too late. */
  private synchronized Duration turn(RequestScope scope) throws SQLException {
    int slot = (int) (given % turns.length);
    long now = timing.nanoTime().getAsLong();
    long wait = given < turns.length ? 0 : Math.max(0, turns[slot] + SECOND - now);
    scope.check();
    if (wait > 0 && !scope.outlives(Duration.ofNanos(wait))) {
      throw scope.deadline().expired();
    }
    turns[slot] = now + wait;
    given++;
    return Duration.ofNanos(wait);
  }
}
