package io.workspacesql.api.auth;

import io.workspacesql.api.RequestScope;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in memory, and nowhere else, until they expire. At most one request for a key's token is
 * in flight: the others wait for its outcome, or go on with the old token while that lives.
 */
public final class TokenCache {
  static final int MOST_REFUSALS = 3;

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final TokenCache SHARED = new TokenCache(Clock.systemUTC());

  /** Failures that concern whoever asked, not the token. */
  private static final Set<String> OWN_FAILURES =
      Set.of(
          Failure.CANCELLED.sqlState(),
          Failure.TIMEOUT.sqlState(),
          Failure.CONNECTION_CLOSED.sqlState());

  private final Clock clock;
  private final Map<TokenKey, Entry> entries = new HashMap<>();

  private TokenCache(Clock clock) {
    this.clock = clock;
  }

  /** The cache of this JVM. */
  public static TokenCache shared() {
    return SHARED;
  }

  /** A cache with a clock of its own, shared with nobody. */
  public static TokenCache with(Clock clock) {
    return new TokenCache(clock);
  }

  /** A living token, fetched when there is none; the one request a key may need is shared. */
  Token token(TokenKey key, TokenFetch fetch, RequestScope scope) throws SQLException {
    Token token = null;
    while (token == null) {
      scope.check();
      Turn turn = turn(key);
      if (turn.flight() == null) {
        token = turn.token();
      } else if (turn.leads()) {
        token = lead(key, turn.flight(), turn.token(), fetch, scope);
      } else {
        token = turn.flight().await(scope);
      }
    }
    return token;
  }

  /**
   * Drops a token that the server refused, unless another has taken its place.
   *
   * @return false when it is kept: after {@link #MOST_REFUSALS} tokens in a row, of which the
   *     server took none, another would not help, and is asked for once a minute at most
   */
  synchronized boolean forget(TokenKey key, Secret refused) {
    Entry entry = entries.get(key);
    return entry == null || !entry.holds(refused) || entry.drop(clock.instant());
  }

  /** Hears that the server took the token: those before it may be forgiven. */
  synchronized void accepted(TokenKey key, Secret token) {
    Entry entry = entries.get(key);
    if (entry != null && entry.holds(token)) {
      entry.refusals = 0;
    }
  }

  /** How many keys have a token or a request in flight, as of the last use. */
  synchronized int size() {
    return entries.size();
  }

  private synchronized Turn turn(TokenKey key) {
    Instant now = clock.instant();
    entries.values().removeIf(entry -> entry.isOver(now));
    Entry entry = entries.computeIfAbsent(key, absent -> new Entry());
    Token token = entry.token != null && entry.token.livesAt(now) ? entry.token : null;
    if (token != null && (token.isFreshAt(now) || entry.flight != null)) {
      return new Turn(token, null, false);
    }
    if (entry.flight != null) {
      return new Turn(null, entry.flight, false);
    }
    entry.flight = new TokenFlight();
    return new Turn(token, entry.flight, true);
  }

  /** A failed early refresh is no failure: the old token serves to its end. */
  private Token lead(
      TokenKey key, TokenFlight flight, @Nullable Token old, TokenFetch fetch, RequestScope scope)
      throws SQLException {
    Token token = null;
    SQLException failure = null;
    try {
      token = fetch.fetch(scope);
      return token;
    } catch (SQLException e) {
      boolean own = OWN_FAILURES.contains(e.getSQLState());
      failure = own ? null : e;
      if (own || old == null) {
        throw e;
      }
      return old;
    } finally {
      end(key, token, failure);
      flight.land(token, failure);
    }
  }

  private synchronized void end(
      TokenKey key, @Nullable Token token, @Nullable SQLException failure) {
    Entry entry = entries.computeIfAbsent(key, absent -> new Entry());
    entry.flight = null;
    if (token != null) {
      entry.token = token;
    } else if (failure != null && entry.token != null) {
      entry.token = entry.token.toItsEnd();
    }
  }

  /** How a new token is got: one request. */
  @FunctionalInterface
  interface TokenFetch {
    Token fetch(RequestScope scope) throws SQLException;
  }

  /**
   * What a thread that wants a token does next: use it (no flight), lead the flight, or wait.
   *
   * @param token the one to use; for the leader the old one that still lives
   */
  private record Turn(@Nullable Token token, @Nullable TokenFlight flight, boolean leads) {}

  private static final class Entry {
    @Nullable Token token;
    @Nullable TokenFlight flight;
    int refusals;
    Instant pauseEnd = Instant.MIN;

    boolean isOver(Instant now) {
      boolean none = flight == null && (token == null || !token.livesAt(now));
      return none && (refusals == 0 || pauseEnd.isBefore(now));
    }

    boolean holds(Secret value) {
      return token != null && token.value().equals(value);
    }

    /** Whether it was dropped. */
    boolean drop(Instant now) {
      if (refusals >= MOST_REFUSALS && now.isBefore(pauseEnd)) {
        return false;
      }
      refusals++;
      pauseEnd = now.plus(PAUSE);
      token = null;
      return true;
    }
  }
}
