package io.workspacesql.api.auth;

import io.workspacesql.api.RequestScope;
import io.workspacesql.config.Secret;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The token that all connections of a JVM with the same {@link TokenKey} share. */
public final class SharedToken implements TokenSource {
  private final TokenCache cache;
  private final TokenKey key;
  private final TokenEndpoint endpoint;

  public SharedToken(TokenCache cache, TokenKey key, TokenEndpoint endpoint) {
    this.cache = cache;
    this.key = key;
    this.endpoint = endpoint;
  }

  @Override
  public Secret current(RequestScope scope) throws SQLException {
    return cache.token(key, endpoint::fetch, scope).value();
  }

  @Override
  public @Nullable Secret replacing(Secret refused, RequestScope scope) throws SQLException {
    return cache.forget(key, refused) ? current(scope) : null;
  }

  @Override
  public void accepted(Secret token) {
    cache.accepted(key, token);
  }
}
