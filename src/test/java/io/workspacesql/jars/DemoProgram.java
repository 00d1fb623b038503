package io.workspacesql.jars;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs in a JVM of its own: connects, computes locally, and lists the drivers it sees. */
public final class DemoProgram {
  private static final String GROUPED =
      "SELECT COUNT(*) FROM (SELECT UPPER(name), id FROM workspaces) AS w";

  private DemoProgram() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:airbyte:demo");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(GROUPED)) {
      rows.next();
      System.out.println("rows: " + rows.getLong(1));
    }
    DriverManager.drivers().forEach(d -> System.out.println("driver: " + d.getClass().getName()));
  }
}
