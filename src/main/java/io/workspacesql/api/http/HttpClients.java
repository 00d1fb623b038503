package io.workspacesql.api.http;

import io.workspacesql.api.ApiSettings;
import io.workspacesql.config.ConnectionSettings.Network;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * OkHttp as the driver wants it: nothing is sent twice or elsewhere behind its back, no cookie, no
 * cache. Every connection has its own pool of sockets; what is dear to make, such as the JVM's
 * trusted certificates, is made once. Calls are synchronous and need no dispatcher threads.
 */
public final class HttpClients {
  /**
   * Below the 5 s after which common servers drop an idle socket: since nothing is sent twice, a
   * request that meets a dropped one fails.
   */
  private static final long IDLE_SECONDS = 4;

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|::1");

  private HttpClients() {}

  /** A client of its own for one connection. */
  public static OkHttpClient open(ApiSettings settings) throws SQLException {
    boolean secure = "https".equals(settings.base().getScheme());
    OkHttpClient.Builder client =
        Prototype.CLIENT
            .newBuilder()
            .dispatcher(new Dispatcher())
            .connectionPool(new ConnectionPool(5, IDLE_SECONDS, TimeUnit.SECONDS))
            .connectionSpecs(List.of(secure ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT))
            .connectTimeout(bounded(settings.connectTimeout()))
            .readTimeout(bounded(settings.readTimeout()))
            .writeTimeout(bounded(settings.readTimeout()));
    throughProxy(client, settings);
    AddedTrust.apply(client, settings.network());
    return client.build();
  }

  /** OkHttp counts milliseconds in an int. */
  private static Duration bounded(Duration timeout) {
    Duration most = Duration.ofMillis(Integer.MAX_VALUE);
    return timeout.compareTo(most) > 0 ? most : timeout;
  }

  /** A proxy never sees what is meant for this machine, which may be plain text. */
  private static void throughProxy(OkHttpClient.Builder client, ApiSettings settings) {
    Network network = settings.network();
    if (network.proxyHost() == null) {
      return;
    }
    if (LOOPBACK.matcher(String.valueOf(settings.base().getHost())).matches()) {
      client.proxy(Proxy.NO_PROXY);
      return;
    }
    InetSocketAddress address =
        InetSocketAddress.createUnresolved(network.proxyHost(), network.proxyPort());
    client.proxy(new Proxy(Proxy.Type.HTTP, address));
    client.proxyAuthenticator(ProxyLogin.of(network));
  }

  private static final class Prototype {
    static final OkHttpClient CLIENT =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .addNetworkInterceptor(new HiddenRetryAfter())
            .build();
  }
}
