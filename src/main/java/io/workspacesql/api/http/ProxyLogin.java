package io.workspacesql.api.http;

import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Secret;
import java.io.IOException;
import java.io.Serial;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Answers the proxy's question for a login once; the second time the login is wrong.
 *
 * @param login null = there is none
 */
record ProxyLogin(@Nullable Secret login) implements Authenticator {
  private static final String HEADER = "Proxy-Authorization";

  /** With which OkHttp asks before the proxy does, to save a round trip. */
  private static final String PREEMPTIVE = "OkHttp-Preemptive";

  static ProxyLogin of(Network network) {
    Secret password = network.proxyPassword();
    return network.proxyUser() == null || password == null
        ? new ProxyLogin(null)
        : new ProxyLogin(Secret.of(Credentials.basic(network.proxyUser(), password.reveal())));
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    Request request = response.request();
    if (login != null && request.header(HEADER) == null) {
      return request.newBuilder().header(HEADER, login.reveal()).build();
    }
    boolean asked = !PREEMPTIVE.equals(response.header("Proxy-Authenticate"));
    if (asked && request.method().equals("CONNECT")) {
      throw new Refused();
    }
    return null; // the answer itself says it
  }

  /** The proxy builds no tunnel to the server. */
  static final class Refused extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    Refused() {
      super("the proxy wants proxyUser and proxyPassword");
    }
  }
}
