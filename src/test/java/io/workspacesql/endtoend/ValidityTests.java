package io.workspacesql.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What isValid says, and how many requests it takes to know it. */
@Timeout(60)
final class ValidityTests {
  private static final String STATS = "/api/v1/workspaces/stats";
  private static final String TOKEN = "/api/v1/account/applications/token";

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final String organizationId = UUID.randomUUID().toString();

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok("{\"data\":[],\"next\":null}")));
    answerStats(ok("{\"active_count\":1,\"inactive_count\":0,\"total_count\":1}"));
    answerToken("first");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static ResponseDefinitionBuilder ok(String body) {
    return aResponse().withStatus(200).withBody(body);
  }

  private void answerStats(ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo(STATS)).willReturn(answer));
  }

  private void answerToken(String token) {
    server.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(ok(EchoServer.tokenBody(token))));
  }

  private Connection connect(String... namesAndValues) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("organizationId", organizationId);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    String url = "jdbc:airbyte:http://127.0.0.1:" + server.port() + "/api/v1";
    Connection connection = DriverManager.getConnection(url, properties);
    server.resetRequests();
    return connection;
  }

  private int requests() {
    return server.getAllServeEvents().size();
  }

  @Test
  void a_server_that_answers_is_asked_once() throws SQLException {
    try (Connection connection = connect("accessToken", "t")) {
      assertThat(connection.isValid(5)).isTrue();
      assertThat(requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void a_server_that_refuses_the_token_or_is_unwell_is_asked_once(int status) throws SQLException {
    try (Connection connection = connect("accessToken", "t")) {
      answerStats(aResponse().withStatus(status));
      assertThat(connection.isValid(5)).isFalse();
      assertThat(requests()).isEqualTo(1);
      answerStats(ok("{\"active_count\":1,\"inactive_count\":0,\"total_count\":1}"));
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  void a_silent_server_is_waited_for_as_long_as_was_said() throws SQLException {
    try (Connection connection = connect("accessToken", "t")) {
      answerStats(ok("{}").withFixedDelay(30_000));
      assertThat(connection.isValid(1)).isFalse();
      assertThat(requests()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void a_server_that_is_gone_makes_it_invalid() throws SQLException {
    try (Connection connection = connect("accessToken", "t")) {
      server.stop();
      assertThat(connection.isValid(5)).isFalse();
    }
  }

  @Test
  void a_socket_that_the_server_has_closed_is_replaced() throws SQLException {
    try (Connection connection = connect("accessToken", "t")) {
      server.stubFor(
          get(urlPathEqualTo(STATS))
              .inScenario("idle")
              .whenScenarioStateIs(STARTED)
              .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
              .willSetStateTo("closed"));
      assertThat(connection.isValid(5)).isTrue();
      assertThat(requests()).isEqualTo(2);
    }
  }

  @Test
  void a_token_that_was_revoked_is_renewed_when_the_credentials_still_hold() throws SQLException {
    try (Connection connection = connect("user", "id", "password", "secret")) {
      answerToken("second");
      server.stubFor(
          get(urlPathEqualTo(STATS))
              .withHeader("Authorization", equalTo("Bearer first"))
              .willReturn(aResponse().withStatus(401)));
      assertThat(connection.isValid(5)).isTrue();
      assertThat(connection.isValid(5)).isTrue();
      assertThat(requests()).isEqualTo(4);
    }
  }

  @Test
  void a_token_that_was_revoked_together_with_the_credentials_makes_it_invalid()
      throws SQLException {
    try (Connection connection = connect("user", "id", "password", "secret")) {
      answerStats(aResponse().withStatus(401));
      server.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(aResponse().withStatus(401)));
      assertThat(connection.isValid(5)).isFalse();
      assertThat(requests()).isEqualTo(2);
    }
  }
}
