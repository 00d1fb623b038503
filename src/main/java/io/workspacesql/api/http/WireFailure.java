package io.workspacesql.api.http;

import io.workspacesql.error.Failure;
import java.io.IOException;
import java.io.Serial;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** No complete answer arrived. */
public final class WireFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean sent;
  private final int attempt;

  /**
   * @param sent whether a byte of the request may have left
   */
  WireFailure(ApiRequest request, boolean sent, String reason, @Nullable IOException cause) {
    super(reason, cause);
    this.sent = sent;
    this.attempt = request.attempt();
  }

  /** The number of the attempt, 1 = first. */
  int attempt() {
    return attempt;
  }

  boolean mayHaveBeenSent() {
    return sent;
  }

  /** The failure in words. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether nothing came for longer than a timeout of the connection allows. */
  boolean isTimeout() {
    return getCause() instanceof SocketTimeoutException;
  }

  /** Whether another attempt may do better: not when a certificate or a login is refused. */
  boolean mayPass() {
    if (getCause() instanceof ProxyLogin.Refused) {
      return false;
    }
    return !(getCause() instanceof SSLException refusal)
        || refusal.getCause() instanceof IOException;
  }

  /**
   * 08001 while nothing was sent, 08006 afterwards.
   *
   * @param remark goes to the end of the text
   */
  SQLException toSqlException(String origin, String remark) {
    Failure failure = sent ? Failure.CONNECTION_LOST : Failure.CANNOT_CONNECT;
    return failure.causedBy(getCause(), origin, getMessage() + remark);
  }
}
