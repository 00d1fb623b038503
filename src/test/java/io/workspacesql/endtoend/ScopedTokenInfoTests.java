package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workspacesql.DemoTokens;
import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code scoped_token_info} says, by the kind of token that a connection has. */
final class ScopedTokenInfoTests {
  private static final String INFO = "/account/applications/scoped-token/info";

  private static DemoOrganization organization;
  private static String applicationToken;

  @BeforeAll
  static void start() throws Exception {
    organization = DemoOrganization.start(DemoOptions.of("scoped-info", 20, 1, Duration.ZERO));
    applicationToken = DemoTokens.application(organization);
  }

  @AfterAll
  static void stop() throws IOException {
    organization.close();
  }

  @Test
  void a_scoped_token_tells_its_workspace() throws Exception {
    try (Connection connection = connect(scopedToken())) {
      assertThat(LiveOrganization.rows(connection, "SELECT * FROM scoped_token_info"))
          .singleElement()
          .asString()
          .endsWith("|default|" + organization.organizationId());
    }
  }

  @Test
  void each_column_can_be_filtered_by() throws Exception {
    String id;
    try (Connection connection = connect(applicationToken)) {
      String sql = "SELECT id FROM workspaces WHERE name = 'default'";
      id = LiveOrganization.rows(connection, sql).get(0);
    }
    try (Connection connection = connect(scopedToken())) {
      String sql = "SELECT workspace_id FROM scoped_token_info WHERE workspace_name = '%s'";
      assertThat(LiveOrganization.rows(connection, sql.formatted("default"))).containsExactly(id);
      assertThat(LiveOrganization.rows(connection, sql.formatted("other"))).isEmpty();
    }
  }

  @Test
  void connecting_with_a_scoped_token_takes_two_requests_and_the_table_one() throws Exception {
    String token = scopedToken();
    long before = organization.requests().get("GET " + INFO);
    try (Connection connection = connect(token)) {
      assertThat(organization.requests().get("GET " + INFO) - before).isEqualTo(1);
      LiveOrganization.rows(connection, "SELECT workspace_name FROM scoped_token_info");
      assertThat(organization.requests().get("GET " + INFO) - before).isEqualTo(2);
    }
  }

  @Test
  void another_token_is_refused() throws Exception {
    try (Connection connection = connect(applicationToken)) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> LiveOrganization.rows(connection, "SELECT * FROM scoped_token_info"))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"))
          .withMessageContaining("A scoped token is required");
    }
  }

  @Test
  void a_token_of_nobody_connects_nowhere() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connect("nobody"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28000"));
  }

  private static Connection connect(String token) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("accessToken", token);
    return DriverManager.getConnection("jdbc:airbyte:" + organization.base(), properties);
  }

  private static String scopedToken() {
    return DemoTokens.scoped(organization, "default");
  }
}
