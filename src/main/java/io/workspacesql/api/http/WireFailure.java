package io.workspacesql.api.http;

import io.workspacesql.error.Failure;
import java.io.IOException;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** No complete answer arrived. */
public final class WireFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean sent;

  /**
   * @param sent whether a byte of the request may have left
   */
  WireFailure(boolean sent, String reason, @Nullable IOException cause) {
    super(reason, cause);
    this.sent = sent;
  }

  boolean mayHaveBeenSent() {
    return sent;
  }

  /** The failure in words. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** 08001 while nothing was sent, 08006 afterwards. */
  SQLException toSqlException(String origin) {
    Failure failure = sent ? Failure.CONNECTION_LOST : Failure.CANNOT_CONNECT;
    return failure.causedBy(getCause(), origin, getMessage());
  }
}
