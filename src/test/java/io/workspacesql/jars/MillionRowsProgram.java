package io.workspacesql.jars;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs in a JVM of its own: reads a million rows and prints how many, and the requests. */
public final class MillionRowsProgram {
  private MillionRowsProgram() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1_000_000));
        Connection connection =
            DriverManager.getConnection(
                "jdbc:airbyte:" + organization.base(),
                organization.clientId(),
                organization.clientSecret());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM workspaces")) {
      long count = 0;
      long characters = 0;
      while (rows.next()) {
        count++;
        characters += rows.getString("name").length();
      }
      System.out.println("rows: " + count + ", characters of names: " + characters);
      System.out.println("pages: " + organization.requests().get("GET /workspaces"));
    }
  }
}
