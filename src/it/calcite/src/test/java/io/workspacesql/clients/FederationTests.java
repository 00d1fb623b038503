package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.WorkspacesDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.calcite.adapter.java.ReflectiveSchema;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schema of Calcite's JDBC adapter over the driver, beside one of Java objects. */
class FederationTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";

  private Connection calcite;

  @BeforeEach
  void open() throws SQLException {
    WorkspacesDataSource source = new WorkspacesDataSource();
    source.setUrl("jdbc:airbyte:demo:calcite?workspaces=300");
    calcite = DriverManager.getConnection("jdbc:calcite:lex=JAVA");
    SchemaPlus root = calcite.unwrap(CalciteConnection.class).getRootSchema();
    root.add("tenants", JdbcSchema.create(root, "tenants", source, null, "airbyte"));
    root.add("contracts", new ReflectiveSchema(new Contracts()));
  }

  @AfterEach
  void close() throws SQLException {
    calcite.close();
  }

  @Test
  void its_own_calcite_is_not_the_one_in_the_fat_jar() throws SQLException {
    assertThat(calcite.getMetaData().getDriverName()).isEqualTo("Calcite JDBC Driver");
    assertThat(DriverManager.getDriver("jdbc:airbyte:demo").getClass().getName())
        .isEqualTo("io.workspacesql.WorkspacesDriver");
  }

  @Test
  void rows_are_read() throws SQLException {
    assertThat(text("SELECT COUNT(*) FROM tenants.workspaces")).isEqualTo("300");
    assertThat(text("SELECT name FROM tenants.workspaces WHERE id = '" + HOOLI + "'"))
        .isEqualTo("Hooli Energy 0002");
  }

  @Test
  void filters_groups_and_orders_are_handed_to_the_driver() throws SQLException {
    assertThat(
            text(
                "EXPLAIN PLAN FOR SELECT status, COUNT(*) FROM tenants.workspaces"
                    + " WHERE name LIKE 'Trial %' GROUP BY status"))
        .contains("JdbcFilter", "JdbcAggregate");
    assertThat(text("SELECT COUNT(*) FROM tenants.workspaces WHERE name LIKE 'Trial %'"))
        .isEqualTo("15");
    assertThat(text("SELECT status FROM tenants.workspaces GROUP BY status HAVING COUNT(*) < 100"))
        .isEqualTo("inactive");
    assertThat(text("SELECT id FROM tenants.workspaces ORDER BY created_at DESC LIMIT 1"))
        .isEqualTo(
            text(
                "SELECT id FROM tenants.workspaces WHERE created_at ="
                    + " (SELECT MAX(created_at) FROM tenants.workspaces)"));
  }

  @Test
  void nulls_and_booleans_arrive() throws SQLException {
    assertThat(text("SELECT COUNT(*) FROM tenants.workspaces WHERE cache_enabled IS NULL"))
        .isEqualTo("133");
    assertThat(text("SELECT COUNT(*) FROM tenants.workspaces WHERE cache_enabled")).isEqualTo("92");
  }

  @Test
  void a_time_arrives_to_the_millisecond() throws SQLException {
    try (Statement statement = calcite.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT created_at FROM tenants.workspaces WHERE id = '" + HOOLI + "'")) {
      rows.next();
      assertThat(rows.getTimestamp(1))
          .isEqualTo(Timestamp.from(Instant.parse("2025-10-17T15:33:27.209Z")));
    }
  }

  @Test
  void a_join_with_another_schema_is_computed() throws SQLException {
    assertThat(
            text(
                "SELECT SUM(c.price) FROM contracts.signed c JOIN tenants.workspaces t"
                    + " ON t.id = c.tenant WHERE t.status = 'active'"))
        .isEqualTo("42");
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = calcite.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** A schema of Java objects: its fields are the tables. */
  public static final class Contracts {
    public final Contract[] signed = {
      new Contract(HOOLI, 40),
      new Contract("6458f787-500f-4fbf-a1ca-6ec55163c548", 2),
      new Contract("none", 1000)
    };
  }

  /** A row; its fields are the columns. */
  public static final class Contract {
    public final String tenant;
    public final int price;

    Contract(String tenant, int price) {
      this.tenant = tenant;
      this.price = price;
    }
  }
}
