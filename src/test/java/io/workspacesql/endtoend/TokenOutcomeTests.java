package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.FaultScript;
import io.workspacesql.demo.LoggedRequest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query hears when its token is not minted, or nobody knows. */
@Tag("threat-23")
final class TokenOutcomeTests {
  private static final String SQL = "SELECT token FROM TABLE(scoped_token('default'))";
  private static final String MINT = "/account/applications/scoped-token";

  private DemoOrganization organization;

  @BeforeEach
  void start() throws IOException {
    organization = DemoOrganization.start(DemoOptions.ofSize(30));
  }

  @AfterEach
  void stop() throws IOException {
    organization.close();
  }

  private Connection connect(String faults, String properties) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:airbyte:"
                + organization.base()
                + "?allowTokenFunctions=true&retryMaxDelay=10ms&applicationName="
                + organization.base().getPort()
                + properties,
            organization.clientId(),
            organization.clientSecret());
    organization.inject(FaultScript.parse(faults));
    return connection;
  }

  private long mints() {
    return organization.log().stream().map(LoggedRequest::path).filter(MINT::equals).count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          504 on POST                           | 58030 | 1 | is unknown: 504
          500 on POST                           | 58030 | 1 | is unknown: 500
          504 on POST with effect               | 58030 | 1 | is unknown: 504
          cut on POST                           | 58030 | 1 | is unknown
          reset on POST                         | 58030 | 1 | is unknown
          truncated on POST                     | 58030 | 1 | is unknown
          422 on POST                           | 22023 | 1 | No token was minted
          403 on POST                           | 42501 | 1 | No token was minted
          429 on POST                           | 53400 | 4 | No token was minted
          503 on POST                           | 58030 | 1 | is unknown: 503
          503 on POST retry-after 0s            | 58000 | 4 | No token was minted
          503 on GET /account/applications/scoped-token/info | 58000 | 1 | did not say whose it is
          404 on GET /account/applications/scoped-token/info | 58000 | 1 | did not say whose it is
          503 on GET /workspaces                | 58000 | 0 | 503
          reset on GET /workspaces              | 58000 | 0 | Lost the connection
          429 on GET /workspaces                | 53400 | 0 | limits the rate
          """)
  void a_token_that_did_not_come_is_never_asked_for_again_by_a_tool(
      String faults, String state, int mints, String words) throws SQLException {
    try (Connection connection = connect(faults, "");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> LiveOrganization.texts(statement.executeQuery(SQL)))
          .isInstanceOf(SQLException.class)
          .isNotInstanceOf(SQLTransientException.class)
          .hasMessageContaining(words)
          .extracting("SQLState")
          .isEqualTo(state);
      assertThat(mints()).isEqualTo(mints);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 on POST call 1                | 2
          503 on POST call 1 retry-after 0s | 2
          401 on POST call 1                | 2
          503 on GET first 2                | 1
          """)
  void what_certainly_had_no_effect_is_sent_again(String faults, int mints) throws SQLException {
    try (Connection connection = connect(faults, "")) {
      assertThat(LiveOrganization.rows(connection, SQL)).hasSize(1);
      assertThat(mints()).isEqualTo(mints);
    }
  }

  @Test
  void a_timeout_while_the_token_is_minted_says_that_nobody_knows() throws SQLException {
    try (Connection connection = connect("silence on POST", "");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> LiveOrganization.texts(statement.executeQuery(SQL)))
          .isInstanceOf(SQLTimeoutException.class)
          .hasMessageContaining("is unknown")
          .extracting("SQLState")
          .isEqualTo("HYT00");
    }
    assertThat(mints()).isEqualTo(1);
  }

  @Test
  void a_cancel_while_the_token_is_minted_says_that_nobody_knows() throws Exception {
    try (Connection connection = connect("silence on POST", "");
        Statement statement = connection.createStatement()) {
      Thread canceller =
          new Thread(
              () -> {
                try {
                  while (mints() == 0) {
                    Thread.onSpinWait();
                  }
                  statement.cancel();
                } catch (SQLException e) {
                  throw new AssertionError(e);
                }
              });
      canceller.start();
      assertThatThrownBy(() -> LiveOrganization.texts(statement.executeQuery(SQL)))
          .hasMessageContaining("is unknown")
          .extracting("SQLState")
          .isEqualTo("57014");
      canceller.join();
    }
    assertThat(mints()).isEqualTo(1);
  }

  @Test
  void a_token_of_another_workspace_is_thrown_away() throws Exception {
    try (EchoServer server = new EchoServer()) {
      server.with(
          "GET /workspaces",
          200,
          "{\"data\":[{\"id\":\"00000000-0000-4000-8000-00000000000a\",\"name\":\"default\","
              + "\"status\":\"active\"}]}");
      server.with("POST /account/applications/scoped-token", 200, "{\"token\":\"t\"}");
      server.with(
          "GET /account/applications/scoped-token/info",
          200,
          "{\"workspace_id\":\"00000000-0000-4000-8000-00000000000b\",\"workspace_name\":\"Default\"}");
      try (Connection connection =
          DriverManager.getConnection(server.url() + "?allowTokenFunctions=true", "u", "p")) {
        assertThatThrownBy(() -> LiveOrganization.rows(connection, SQL))
            .hasMessageContaining("a token for the workspace 00000000-0000-4000-8000-00000000000b")
            .hasMessageContaining("thrown away")
            .extracting("SQLState")
            .isEqualTo("58000");
      }
    }
  }

  @Test
  void an_execution_that_failed_does_not_mint_when_the_plan_reads_the_call_again()
      throws SQLException {
    String twice = "WITH t AS (" + SQL + ") SELECT a.token FROM t a JOIN t b ON a.token = b.token";
    try (Connection connection = connect("504 on POST", "");
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> LiveOrganization.texts(statement.executeQuery(twice)))
            .extracting("SQLState")
            .isEqualTo("58030");
      }
    }
    assertThat(mints()).isEqualTo(2);
  }

  @Test
  void the_ledger_lists_the_three_requests_and_no_token() throws SQLException {
    try (Connection connection = connect("404 on DELETE", "")) {
      LiveOrganization.rows(connection, SQL);
      List<String> requests =
          LiveOrganization.rows(
              connection,
              "SELECT http_method, path_template FROM driver.requests WHERE statement_id > 0");
      assertThat(requests)
          .containsExactly(
              "GET|/workspaces",
              "POST|/account/applications/scoped-token",
              "GET|/account/applications/scoped-token/info");
    }
  }
}
