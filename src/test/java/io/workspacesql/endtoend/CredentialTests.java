package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connecting proves the credentials, and one token serves all who give the same ones. */
final class CredentialTests {
  private LiveOrganization organization;

  @BeforeEach
  void start() throws IOException {
    organization = LiveOrganization.ofSize(10);
  }

  @AfterEach
  void end() throws IOException {
    organization.close();
  }

  @Test
  void the_first_connection_costs_one_request_and_the_second_none() throws SQLException {
    try (Connection first = organization.connect()) {
      assertThat(organization.requests()).isEqualTo(1);
      try (Connection second = organization.connect()) {
        assertThat(organization.requests()).isEqualTo(1);
        assertThat(LiveOrganization.rows(second, "SELECT COUNT(*) FROM workspaces"))
            .containsExactly("10");
      }
      assertThat(first.isClosed()).isFalse();
    }
    assertThat(organization.requests("POST /account/applications/token")).isEqualTo(1);
  }

  @Test
  void a_wrong_secret_is_refused_also_after_the_right_one() throws SQLException {
    try (Connection right = organization.connect()) {
      assertThatThrownBy(() -> organization.connectWithSecret("canary-wrong-one"))
          .isInstanceOf(SQLInvalidAuthorizationSpecException.class)
          .hasMessageNotContaining("canary-wrong-one")
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("28000");
      assertThat(LiveOrganization.rows(right, "SELECT COUNT(*) FROM workspaces"))
          .containsExactly("10");
    }
  }

  @Test
  void a_wrong_access_token_is_refused_when_connecting() {
    Properties properties = new Properties();
    properties.setProperty("accessToken", "canary-not-a-token");

    assertThatThrownBy(() -> DriverManager.getConnection(organization.url(), properties))
        .isInstanceOf(SQLInvalidAuthorizationSpecException.class)
        .hasMessageNotContaining("canary-not-a-token");
    assertThat(organization.requests()).isEqualTo(1);
  }

  @Test
  void no_credentials_are_told_before_anything_is_sent() {
    assertThatThrownBy(() -> DriverManager.getConnection(organization.url()))
        .isInstanceOf(SQLInvalidAuthorizationSpecException.class)
        .hasMessageContaining("No credentials");
    assertThat(organization.requests()).isZero();
  }
}
