package io.workspacesql.api;

import io.workspacesql.config.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A token as the server gave it.
 *
 * @param scoped of the workspace
 * @param widget what the widget's library takes, and where the widget is; null = none was asked for
 */
public record MintedToken(ScopedToken scoped, @Nullable Widget widget) {

  /** The scoped token itself: for the row of whoever asked for it, nothing else. */
  public String revealed() {
    return scoped.secret().reveal();
  }

  /** The answer as it came, and the address in it. Its query may prove something to the server. */
  public record Widget(Secret token, Secret url) {

    /** As {@link MintedToken#revealed}. */
    public String revealedToken() {
      return token.reveal();
    }

    /** As {@link MintedToken#revealed}. */
    public String revealedUrl() {
      return url.reveal();
    }
  }
}
