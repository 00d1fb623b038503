package io.workspacesql.api;

import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.api.auth.TokenCache;
import io.workspacesql.api.http.RetryBudget;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Secret;
import io.workspacesql.observe.Ledger;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An https server behind a proxy that wants a login: the proxy sees the login and no token. */
class TunnelTests {
  private static final String FAR = "api.invalid";
  private static final String LOGIN = Credentials.basic("u", "p-canary");
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName(FAR).build();

  @TempDir private Path folder;

  private final Ledger ledger = new Ledger();
  private final MockWebServer proxy = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    proxy.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslSocketFactory());
    proxy.start(InetAddress.getByName("127.0.0.1"), 0);
  }

  private static MockResponse.Builder tunnel() {
    return new MockResponse.Builder().inTunnel();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void the_login_opens_the_tunnel_and_the_token_stays_inside() throws Exception {
    proxy.enqueue(tunnel().build());
    proxy.enqueue(new MockResponse.Builder().body("{\"data\":[]}").build());
    try (WorkspacesApi api = client("p-canary")) {
      api.verifyCredentials(scope());
    }
    RecordedRequest connect = proxy.takeRequest();
    RecordedRequest list = proxy.takeRequest();
    assertThat(connect.getMethod()).isEqualTo("CONNECT");
    assertThat(connect.getHeaders().get("Proxy-Authorization")).isEqualTo(LOGIN);
    assertThat(connect.getHeaders().get("Authorization")).isNull();
    assertThat(list.getMethod()).isEqualTo("GET");
    assertThat(list.getHeaders().get("Proxy-Authorization")).isNull();
    assertThat(list.getHeaders().get("Authorization")).isNotNull();
  }

  @Test
  void a_wrong_or_missing_login_is_told_at_once_and_not_repeated() throws Exception {
    MockResponse wanted =
        tunnel().code(407).setHeader("Proxy-Authenticate", "Basic realm=\"p\"").build();
    for (int i = 0; i < 8; i++) {
      proxy.enqueue(wanted);
    }
    try (WorkspacesApi none = client(null);
        WorkspacesApi wrong = client("guess-canary")) {
      assertFails("08001", () -> none.verifyCredentials(scope()))
          .hasMessageContaining("proxyUser and proxyPassword");
      SQLException refused = SqlFailures.of(() -> wrong.verifyCredentials(scope()));
      assertThat(refused.getMessage()).contains("proxyUser and proxyPassword");
      assertThat(SqlFailures.allTexts(refused)).doesNotContain("canary");
    }
    assertThat(ledger.total()).isEqualTo(2);
    assertThat(proxy.getRequestCount()).isEqualTo(2);
  }

  private WorkspacesApi client(@Nullable String password) throws Exception {
    Path store = folder.resolve("trust.p12");
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("server", CERTIFICATE.certificate());
    try (OutputStream out = Files.newOutputStream(store)) {
      trust.store(out, "x".toCharArray());
    }
    Network network =
        new Network(
            "127.0.0.1",
            proxy.getPort(),
            password == null ? null : "u",
            password == null ? null : Secret.of(password),
            store.toString(),
            Secret.of("x"),
            "PKCS12");
    ApiSettings settings =
        new ApiSettings(
            URI.create("https://" + FAR + "/api/v1"),
            GIVEN,
            null,
            network,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            8,
            0,
            new Backoff(3, Duration.ofMillis(10)),
            ApiServer.MINTING,
            null);
    return HttpWorkspacesApi.connect(
        settings, ledger, TokenCache.with(Clock.systemUTC()), new RetryBudget(), Timing.SYSTEM);
  }
}
