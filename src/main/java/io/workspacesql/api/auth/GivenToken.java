package io.workspacesql.api.auth;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.http.HeaderValues;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A token that the user brought; the driver cannot get another. */
public final class GivenToken implements TokenSource {
  /** What to do when it has ended, as the end of a sentence. */
  public static final String CANNOT_BE_REFRESHED =
      "; the driver cannot refresh an accessToken that it was given (a scoped token lives 20"
          + " minutes), so connect with a new one";

  private final Secret token;

  private GivenToken(Secret token) {
    this.token = token;
  }

  /** Refuses a text that no header can carry. */
  public static GivenToken of(Secret token) throws SQLException {
    if (!HeaderValues.isSafe(token.reveal())) {
      throw Failure.INVALID_PROPERTY.because(
          "accessToken goes into an HTTP header and may hold printable ASCII characters only");
    }
    return new GivenToken(token);
  }

  @Override
  public Secret current(RequestScope scope) {
    return token;
  }

  @Override
  public @Nullable Secret replacing(Secret refused, RequestScope scope) {
    return null;
  }

  /** Never, as nothing replaces it. */
  @Override
  public void accepted(Secret accepted) {}
}
