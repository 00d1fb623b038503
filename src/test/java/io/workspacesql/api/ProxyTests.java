package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stubbed server plays the proxy. */
class ProxyTests {
  private static final URI FAR = URI.create("http://api.invalid/api/v1");

  private final ApiServer proxy = new ApiServer();

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void requests_go_through_the_proxy() throws Exception {
    proxy.answersAll(okJson("{\"data\":[]}"));
    try (WorkspacesApi api = client(FAR, null)) {
      api.verifyCredentials(scope());
    }
    assertThat(proxy.requests()).hasSize(1);
    assertThat(proxy.requests().get(0).getHeader("Host")).isEqualTo("api.invalid");
  }

  @Test
  void the_proxy_gets_its_login_when_it_asks() throws Exception {
    proxyAsksForLogin();
    proxy.wire.stubFor(
        any(anyUrl())
            .withHeader("Proxy-Authorization", equalTo("Basic dTpwLWNhbmFyeQ=="))
            .willReturn(okJson("{\"data\":[]}")));
    try (WorkspacesApi api = client(FAR, "p-canary")) {
      api.verifyCredentials(scope());
    }
  }

  @Test
  void a_wrong_or_missing_login_is_told() throws Exception {
    proxyAsksForLogin();
    try (WorkspacesApi api = client(FAR, null);
        WorkspacesApi wrong = client(FAR, "p-canary")) {
      assertFails("08001", () -> api.verifyCredentials(scope())).hasMessageContaining("proxyUser");
      assertFails("08001", () -> wrong.verifyCredentials(scope()))
          .hasMessageContaining("proxyUser")
          .hasMessageNotContaining("canary");
    }
    assertThat(proxy.requests()).hasSize(3);
  }

  @Test
  void this_machine_is_reached_without_the_proxy() throws Exception {
    proxy.answersAll(okJson("{\"data\":[]}"));
    try (ApiServer near = new ApiServer()) {
      near.answersAll(okJson("{\"data\":[]}"));
      try (WorkspacesApi api = client(near.base(), null)) {
        api.verifyCredentials(scope());
      }
      assertThat(near.requests()).hasSize(1);
    }
    assertThat(proxy.requests()).isEmpty();
  }

  private void proxyAsksForLogin() {
    proxy.answersAll(WireMock.status(407).withHeader("Proxy-Authenticate", "Basic realm=\"p\""));
  }

  private WorkspacesApi client(URI base, @Nullable String password) throws Exception {
    Network network =
        new Network(
            "127.0.0.1",
            proxy.wire.port(),
            password == null ? null : "u",
            password == null ? null : Secret.of(password),
            null,
            null,
            null);
    Duration timeout = Duration.ofSeconds(10);
    return proxy.client(
        new ApiSettings(
            base,
            GIVEN,
            null,
            network,
            timeout,
            timeout,
            8,
            0,
            ApiServer.NO_RETRIES,
            ApiServer.MINTING,
            null));
  }
}
