package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.workspacesql.api.auth.TokenCache;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Secret;
import io.workspacesql.observe.Ledger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trust store adds trust and nothing takes the host check away. */
@Tag("threat-14")
class TlsTests {
  private static final String PASSWORD = "password";

  @TempDir private static Path folder;
  private static WireMockServer server;
  private static Path store;

  @BeforeAll
  static void start() throws Exception {
    store = folder.resolve("server.p12");
    generateKeyPair(store, "dns:localhost");
    server =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    server.start();
    server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"data\":[]}")));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void a_certificate_of_the_trust_store_is_trusted() throws Exception {
    try (WorkspacesApi api = client("localhost", store.toString(), PASSWORD)) {
      api.verifyCredentials(scope());
    }
  }

  @Test
  void an_unknown_certificate_is_refused() throws Exception {
    try (WorkspacesApi api = client("localhost", null, null)) {
      assertFails("08001", () -> api.verifyCredentials(scope())).hasMessageContaining("certif");
    }
  }

  @Test
  void a_trusted_certificate_for_another_host_is_refused() throws Exception {
    try (WorkspacesApi api = client("127.0.0.1", store.toString(), PASSWORD)) {
      assertFails("08001", () -> api.verifyCredentials(scope())).hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void a_trust_store_that_cannot_be_read_names_its_property() throws Exception {
    assertFails("08001", () -> client("localhost", "/no/such/file", PASSWORD))
        .hasMessageContaining("trustStore");
    SQLException wrongPassword =
        SqlFailures.of(() -> client("localhost", store.toString(), "wrong-canary"));
    assertThat(SqlFailures.allTexts(wrongPassword)).doesNotContain("canary");
  }

  private static WorkspacesApi client(
      String host, @Nullable String trustStore, @Nullable String password) throws SQLException {
    ApiSettings settings =
        new ApiSettings(
            URI.create("https://" + host + ":" + server.httpsPort() + "/api/v1"),
            GIVEN,
            null,
            new Network(
                null,
                0,
                null,
                null,
                trustStore,
                password == null ? null : Secret.of(password),
                "PKCS12"),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            8,
            ApiServer.MINTING,
            null);
    return HttpWorkspacesApi.connect(
        settings, new Ledger(), TokenCache.with(Clock.systemUTC()), Clock.systemUTC());
  }

  private static void generateKeyPair(Path file, String alternativeName)
      throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=" + alternativeName,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
  }
}
