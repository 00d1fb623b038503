package io.workspacesql.endtoend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program's name as the server gets it. */
final class ClientInfoTests {
  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    server.start();
    String page = "{\"data\":[],\"next\":null}";
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody(page)));
    Properties properties = new Properties();
    properties.setProperty("accessToken", "token");
    properties.setProperty("applicationName", "from the URL");
    connection =
        DriverManager.getConnection(
            "jdbc:airbyte:http://127.0.0.1:" + server.port() + "/api/v1", properties);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
    server.stop();
  }

  /** The User-Agent of a statement, without the driver's own name. */
  private String agent() throws SQLException {
    server.resetRequests();
    assertThat(LiveOrganization.rows(connection, "SELECT id FROM workspaces")).isEmpty();
    List<String> agents =
        server.getAllServeEvents().stream()
            .map(e -> e.getRequest().getHeader("User-Agent"))
            .toList();
    assertThat(agents).hasSize(1);
    return agents.get(0).replaceFirst("^airbyte-workspaces-jdbc/[0-9.]+ \\(Java \\d+\\)", "");
  }

  @Test
  void the_application_name_reaches_the_requests_sent_afterwards() throws SQLException {
    assertThat(agent()).isEqualTo(" from the URL");
    connection.setClientInfo("ApplicationName", "Report 7");
    assertThat(agent()).isEqualTo(" Report 7");
    connection.setClientInfo("ApplicationName", null);
    assertThat(agent()).isEmpty();
  }

  @Test
  void no_name_becomes_another_header() throws SQLException {
    Set<String> usual = headers();
    connection.setClientInfo("ApplicationName", "x\r\nX-Evil: 1\r\n\r\nGET / HTTP/1.1");
    assertThat(agent()).isEqualTo(" x??X-Evil: 1????GET / HTTP/1.1");
    assertThat(headers()).isEqualTo(usual);
  }

  private Set<String> headers() throws SQLException {
    agent();
    return new TreeSet<>(server.getAllServeEvents().get(0).getRequest().getHeaders().keys());
  }
}
