package io.workspacesql.api.auth;

import io.workspacesql.api.RequestScope;
import io.workspacesql.config.Secret;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where bearer tokens come from. Safe for use by several threads. */
public interface TokenSource {

  /** A token that lives, as far as is known. */
  Secret current(RequestScope scope) throws SQLException;

  /** Another token in place of one that the server refused; null = there is no other, for now. */
  @Nullable Secret replacing(Secret refused, RequestScope scope) throws SQLException;

  /** Hears that the server has not refused a token that replaced another. */
  void accepted(Secret token);
}
