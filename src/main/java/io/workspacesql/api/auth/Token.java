package io.workspacesql.api.auth;

import io.workspacesql.config.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token with its life.
 *
 * @param refreshAt when to get the next one while this one still serves
 */
record Token(Secret value, Instant refreshAt, Instant expiresAt) {
  /** When the server does not say: a third of the documented 15 minutes. */
  static final Duration DEFAULT_LIFE = Duration.ofMinutes(5);

  private static final Duration LONGEST_LIFE = Duration.ofHours(24);

  /**
   * A token whose life began when it was asked for, and that is refreshed after 80 % of it.
   *
   * @param life null = not known
   */
  static Token of(Secret value, @Nullable Duration life, Instant askedAt) {
    Duration known = life == null ? DEFAULT_LIFE : life;
    Duration bounded = known.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : known;
    Duration early = bounded.multipliedBy(4).dividedBy(5);
    return new Token(value, askedAt.plus(early), askedAt.plus(bounded));
  }

  boolean livesAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  boolean isFreshAt(Instant now) {
    return now.isBefore(refreshAt);
  }

  /** The same token, no more to be refreshed before it expires. */
  Token toItsEnd() {
    return new Token(value, expiresAt, expiresAt);
  }
}
