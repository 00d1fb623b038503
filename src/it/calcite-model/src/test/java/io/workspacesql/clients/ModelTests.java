package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.calcite.WorkspacesSchemaFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model of the examples: workspaces beside a CSV file, and a database added to them. */
class ModelTests {
  private Connection calcite;

  @BeforeEach
  void open() throws SQLException {
    Path model = Path.of(System.getProperty("checkout"), "examples", "calcite", "model.json");
    calcite = DriverManager.getConnection("jdbc:calcite:lex=JAVA;model=" + model);
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:billing;DB_CLOSE_DELAY=-1");
    SchemaPlus root = calcite.unwrap(CalciteConnection.class).getRootSchema();
    root.add("billing", JdbcSchema.create(root, "billing", database, null, "PUBLIC"));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS invoice");
      statement.execute("CREATE TABLE invoice (tenant VARCHAR(36), amount INT)");
      statement.execute(
          "INSERT INTO invoice VALUES ('009b92f4-2f03-4df9-927f-f53fdcf55514', 70),"
              + " ('ca831507-e56a-4f4f-a6ee-1e02c9a01577', 5)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    calcite.close();
  }

  @Test
  void workspaces_a_file_and_a_database_meet_in_one_query() throws SQLException {
    assertThat(
            text(
                "SELECT w.name, c.seats, i.AMOUNT FROM tenants.workspaces w"
                    + " JOIN contracts.CONTRACT c ON c.tenant = w.id"
                    + " JOIN billing.INVOICE i ON i.TENANT = w.id WHERE c.seats > 10"))
        .isEqualTo("Hooli Energy 0002|25|70");
  }

  @Test
  void what_concerns_workspaces_alone_is_handed_to_the_driver() throws SQLException {
    assertThat(
            text(
                "EXPLAIN PLAN FOR SELECT status, COUNT(*) FROM tenants.workspaces"
                    + " WHERE name LIKE 'Trial %' GROUP BY status"))
        .contains("JdbcFilter", "JdbcAggregate");
    assertThat(text("SELECT status, COUNT(*) FROM tenants.workspaces GROUP BY status ORDER BY 1"))
        .isEqualTo("active|259; inactive|41");
  }

  @Test
  void properties_of_a_connection_are_operands() {
    assertThatThrownBy(() -> text("DELETE FROM tenants.workspaces WHERE name = 'default'"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(
            () ->
                new WorkspacesSchemaFactory()
                    .create(
                        calcite.unwrap(CalciteConnection.class).getRootSchema(),
                        "x",
                        Map.of("pagesize", "10", "no such", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no property no such");
  }

  private String text(String sql) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Statement statement = calcite.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        text.append(text.isEmpty() ? "" : "; ");
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          text.append(i > 1 ? "|" : "").append(rows.getString(i));
        }
      }
    }
    return text.toString();
  }
}
