package io.workspacesql.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Connects, reads one row and ends. */
final class FirstRow {
  private FirstRow() {}

  public static void main(String[] args) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:airbyte:" + args[0], DemoProcess.CLIENT_ID, DemoProcess.CLIENT_SECRET);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT * FROM workspaces WHERE status = 'active' LIMIT 10")) {
      rows.next();
      System.out.println(rows.getString("name"));
    }
  }
}
