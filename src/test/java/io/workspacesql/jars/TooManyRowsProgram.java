package io.workspacesql.jars;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs in a JVM of its own, with little memory: prints how each statement over a million rows ends.
 */
public final class TooManyRowsProgram {
  private TooManyRowsProgram() {}

  public static void main(String[] statements) throws SQLException, IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1_000_000));
        Connection connection =
            DriverManager.getConnection(
                "jdbc:airbyte:" + organization.base(),
                organization.clientId(),
                organization.clientSecret());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        System.out.println(end(statement, sql));
      }
    }
  }

  private static String end(Statement statement, String sql) {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return "row " + rows.getString(1);
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }
}
