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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trust store adds trust, and nothing takes a check away. */
@Tag("threat-14")
class TlsTests {
  private static final String PASSWORD = "password";
  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  @TempDir private static Path folder;
  private static Path store;

  private final Ledger ledger = new Ledger();

  @BeforeAll
  static void write_trust_store() throws Exception {
    store = folder.resolve("root.p12");
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("root", ROOT.certificate());
    try (OutputStream out = Files.newOutputStream(store)) {
      trust.store(out, PASSWORD.toCharArray());
    }
  }

  private static HeldCertificate.Builder certificate() {
    return new HeldCertificate.Builder().addSubjectAlternativeName("localhost").signedBy(ROOT);
  }

  @Test
  void a_certificate_of_the_trust_store_is_trusted() throws Exception {
    try (MockWebServer server = serving(certificate().build());
        WorkspacesApi api = client(server.getPort(), store)) {
      api.verifyCredentials(scope());
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void without_the_trust_store_it_is_refused() throws Exception {
    assertRefused(certificate().build(), null, "certif");
  }

  @Test
  void a_trusted_certificate_for_another_host_is_refused() throws Exception {
    HeldCertificate other =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("other.example")
            .signedBy(ROOT)
            .build();
    assertRefused(other, store, "localhost");
  }

  @Test
  void a_common_name_does_not_stand_for_a_host() throws Exception {
    HeldCertificate named =
        new HeldCertificate.Builder().commonName("localhost").signedBy(ROOT).build();
    assertRefused(named, store, "localhost");
  }

  @Test
  void an_expired_certificate_is_refused() throws Exception {
    long yesterday = Clock.systemUTC().millis() - TimeUnit.DAYS.toMillis(1);
    HeldCertificate expired =
        certificate().validityInterval(yesterday - 1_000_000, yesterday).build();
    assertRefused(expired, store, "validity");
  }

  @Test
  void a_self_signed_certificate_is_refused() throws Exception {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    assertRefused(own, store, "certif");
  }

  @Test
  void a_server_that_only_speaks_tls_1_1_is_refused() throws Exception {
    RawServer.Script speaksOldTls =
        (socket, raw) -> {
          readRecord(socket.getInputStream());
          socket.getOutputStream().write(oldServerHello());
          socket.getOutputStream().flush();
          socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    try (RawServer old = new RawServer(speaksOldTls);
        WorkspacesApi api = client(old.base().getPort(), store)) {
      assertFails("08001", () -> api.verifyCredentials(scope())).hasMessageContaining("TLS");
    }
    assertThat(ledger.total()).isEqualTo(1);
  }

  @Test
  void a_trust_store_that_cannot_be_read_names_its_property() {
    assertFails("08001", () -> client(1, Path.of("/no/such/file")))
        .hasMessageContaining("trustStore");
    SQLException wrongPassword = SqlFailures.of(() -> client(1, store, "wrong-canary"));
    assertThat(SqlFailures.allTexts(wrongPassword)).doesNotContain("canary");
  }

  /** Before a byte of the request is sent, and once: nothing that is tried again gets better. */
  private void assertRefused(HeldCertificate certificate, @Nullable Path trustStore, String why)
      throws Exception {
    try (MockWebServer server = serving(certificate);
        WorkspacesApi api = client(server.getPort(), trustStore)) {
      assertFails("08001", () -> api.verifyCredentials(scope())).hasMessageContaining(why);
      assertThat(server.getRequestCount()).isZero();
    }
    assertThat(ledger.total()).isEqualTo(1);
  }

  private static MockWebServer serving(HeldCertificate certificate) throws IOException {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().body("{\"data\":[]}").build();
          }
        });
    server.start(InetAddress.getByName("127.0.0.1"), 0);
    return server;
  }

  private static void readRecord(InputStream in) throws IOException {
    byte[] head = in.readNBytes(5);
    in.skipNBytes((head[3] & 0xff) << 8 | head[4] & 0xff);
  }

  /** Version 3.2 is TLS 1.1; the suite is TLS_RSA_WITH_AES_128_CBC_SHA. */
  private static byte[] oldServerHello() {
    String hello = "0302" + "5a".repeat(32) + "00" + "002f" + "00";
    return HexFormat.of().parseHex("160302002a" + "02000026" + hello);
  }

  private WorkspacesApi client(int port, @Nullable Path trustStore) throws SQLException {
    return client(port, trustStore, PASSWORD);
  }

  private WorkspacesApi client(int port, @Nullable Path trustStore, String password)
      throws SQLException {
    Network network =
        trustStore == null
            ? Network.DIRECT
            : new Network(
                null, 0, null, null, trustStore.toString(), Secret.of(password), "PKCS12");
    ApiSettings settings =
        new ApiSettings(
            URI.create("https://localhost:" + port + "/api/v1"),
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
