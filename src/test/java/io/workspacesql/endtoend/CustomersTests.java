package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write of {@code customers} is a write of {@code workspaces}. */
final class CustomersTests {
  private LiveOrganization organization;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void connect() throws Exception {
    organization = LiveOrganization.ofSize(10);
    connection = organization.connect();
    statement = connection.createStatement();
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
    organization.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer_name", "external_user_id", "external_id"})
  void a_new_name_is_set_by_each_word_for_it(String column) throws SQLException {
    String sql = "UPDATE customers SET %s = UPPER(%s) WHERE %s = 'default'";
    assertThat(statement.executeUpdate(sql.formatted(column, column, column))).isEqualTo(1);
    assertThat(workspaces("name = 'DEFAULT'")).isEqualTo("1");
  }

  @Test
  void an_update_by_id_is_one_request() throws SQLException {
    String id = LiveOrganization.rows(connection, "SELECT id FROM customers LIMIT 1").get(0);
    long before = organization.requests();
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE customers SET status = ? WHERE id = ?")) {
      update.setString(1, "inactive");
      update.setString(2, id);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
    assertThat(organization.requests() - before).isEqualTo(1);
  }

  @Test
  void a_customer_is_created_and_deleted() throws SQLException {
    statement.executeUpdate("INSERT INTO airbyte.customers (external_user_id) VALUES ('acme')");
    assertThat(workspaces("name = 'acme'")).isEqualTo("1");
    assertThat(statement.executeUpdate("DELETE FROM customers c WHERE c.external_id = 'acme'"))
        .isEqualTo(1);
    assertThat(workspaces("name = 'acme'")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE customers SET external_id = '' WHERE external_id = 'default'",
        "UPDATE customers SET status = 'away' WHERE external_id = 'default'",
        "DELETE FROM customers",
        "INSERT INTO customers (status) VALUES ('active')",
        "INSERT INTO customers (customer_name, external_id) VALUES ('a', 'a')"
      })
  void what_a_workspace_refuses_a_customer_refuses(String sql) throws SQLException {
    long before = organization.requests();
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.executeUpdate(sql));
    assertThat(organization.requests()).isEqualTo(before);
  }

  private String workspaces(String condition) throws SQLException {
    String sql = "SELECT COUNT(*) FROM workspaces WHERE " + condition;
    return LiveOrganization.rows(connection, sql).get(0);
  }
}
