package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The table of workspaces linked into a database of H2, whose times have no zone: hence the zone of
 * the JVM for the connection.
 */
class LinkedTableTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";

  private static int organizations;

  private String url;
  private Connection h2;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    organizations++;
    url = "jdbc:airbyte:demo:h2-" + organizations + "?workspaces=300&timeZone=local";
    h2 = DriverManager.getConnection("jdbc:h2:mem:");
    statement = h2.createStatement();
    link("tenants", "");
  }

  @AfterEach
  void close() throws SQLException {
    h2.close();
  }

  @Test
  void the_columns_have_their_types() throws SQLException {
    assertThat(
            text(
                "SELECT LISTAGG(column_name || ' ' || data_type, ', ') WITHIN GROUP (ORDER BY ordinal_position)"
                    + " FROM information_schema.columns WHERE table_name = 'TENANTS'"))
        .containsIgnoringCase("id CHARACTER VARYING")
        .containsIgnoringCase("cache_enabled BOOLEAN")
        .containsIgnoringCase("created_at TIMESTAMP");
  }

  @Test
  void all_rows_are_read() throws SQLException {
    assertThat(text("SELECT COUNT(*) FROM tenants")).isEqualTo("300");
    assertThat(text("SELECT COUNT(*) FROM tenants WHERE \"status\" = 'inactive'")).isEqualTo("41");
    assertThat(text("SELECT COUNT(*) FROM tenants WHERE \"cache_enabled\"")).isEqualTo("92");
  }

  @Test
  void a_row_is_found_by_its_key() throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT * FROM tenants WHERE \"id\" = '" + HOOLI + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("name")).isEqualTo("Hooli Energy 0002");
      assertThat(rows.getObject("cache_enabled")).isNull();
      assertThat(rows.getTimestamp("created_at"))
          .isEqualTo(Timestamp.from(Instant.parse("2025-10-17T15:33:27.209061Z")));
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void the_key_is_used_as_an_index() throws SQLException {
    assertThat(text("EXPLAIN SELECT * FROM tenants WHERE \"id\" = '" + HOOLI + "'"))
        .containsIgnoringCase("\"id\" = ");
  }

  @Test
  void a_join_with_a_table_of_h2_is_computed() throws SQLException {
    statement.execute("CREATE TABLE contracts(tenant VARCHAR(36), price INT)");
    statement.execute(
        "INSERT INTO contracts VALUES ('"
            + HOOLI
            + "', 40), ('6458f787-500f-4fbf-a1ca-6ec55163c548', 2)");
    assertThat(
            text(
                "SELECT LISTAGG(t.\"name\", ', ') WITHIN GROUP (ORDER BY t.\"name\") || ' ' || SUM(c.price)"
                    + " FROM contracts c JOIN tenants t ON t.\"id\" = c.tenant"))
        .isEqualTo("Hooli Energy 0002, Wayne Education 0001 42");
  }

  @Test
  void rows_are_copied() throws SQLException {
    statement.execute("CREATE TABLE copied AS SELECT * FROM tenants");
    assertThat(text("SELECT COUNT(*) FROM copied")).isEqualTo("300");
    assertThat(text("SELECT COUNT(DISTINCT \"created_at\") FROM copied")).isEqualTo("300");
  }

  @Test
  void a_row_is_deleted() throws SQLException {
    assertThat(statement.executeUpdate("DELETE FROM tenants WHERE \"id\" = '" + HOOLI + "'"))
        .isEqualTo(1);
    assertThat(direct("SELECT COUNT(*) FROM workspaces")).isEqualTo("299");
  }

  @Test
  void a_row_is_added() throws SQLException {
    assertThat(
            statement.executeUpdate(
                "INSERT INTO tenants(\"name\", \"status\") VALUES ('Acme', 'active')"))
        .isEqualTo(1);
    assertThat(direct("SELECT COUNT(*) FROM workspaces WHERE name = 'Acme'")).isEqualTo("1");
  }

  /** H2 sets every column of the row, also those that only the server sets. */
  @Test
  void an_update_is_refused_before_anything_is_written() throws SQLException {
    link("emitting", "EMIT UPDATES");
    assertThatThrownBy(
            () ->
                statement.executeUpdate(
                    "UPDATE emitting SET \"name\" = 'Hooli' WHERE \"id\" = '" + HOOLI + "'"))
        .isInstanceOf(SQLException.class);
    assertThat(direct("SELECT name FROM workspaces WHERE id = '" + HOOLI + "'"))
        .isEqualTo("Hooli Energy 0002");
  }

  @Test
  void a_link_for_reading_writes_nothing() throws SQLException {
    link("readable", "READONLY");
    assertThat(text("SELECT COUNT(*) FROM readable")).isEqualTo("300");
    assertThatThrownBy(
            () -> statement.executeUpdate("DELETE FROM readable WHERE \"id\" = '" + HOOLI + "'"))
        .isInstanceOf(SQLException.class);
    assertThat(direct("SELECT COUNT(*) FROM workspaces")).isEqualTo("300");
  }

  private void link(String name, String options) throws SQLException {
    statement.execute(
        "CREATE LINKED TABLE "
            + name
            + "('io.workspacesql.WorkspacesDriver', '"
            + url
            + "', '', '', 'airbyte', 'workspaces') "
            + options);
  }

  private String text(String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private String direct(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
