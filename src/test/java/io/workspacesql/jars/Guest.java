package io.workspacesql.jars;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An application that a host loads and unloads: it uses the driver in many ways and goes. */
public final class Guest {
  /** Okio's thread lives a minute longer than the longest wait that it has watched. */
  private static final String SHORT_WAITS = "?connectTimeout=5s&readTimeout=5s";

  private Guest() {}

  /** Leaves nothing open and takes the driver's registration back. */
  public static void visit() throws IOException, SQLException, ReflectiveOperationException {
    Class.forName("io.workspacesql.WorkspacesDriver");
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(300))) {
      String url = "jdbc:airbyte:" + organization.base() + SHORT_WAITS;
      try (Connection connection =
              DriverManager.getConnection(
                  url, organization.clientId(), organization.clientSecret());
          Statement statement = connection.createStatement()) {
        use(statement);
      }
      DriverManager.deregisterDriver(DriverManager.getDriver(url));
    }
  }

  private static void use(Statement statement) throws SQLException {
    read(
        statement,
        "SELECT status, COUNT(DISTINCT UPPER(name)), MAX(created_at) FROM workspaces"
            + " WHERE name NOT LIKE '%x_' GROUP BY status ORDER BY 2");
    read(
        statement,
        "SELECT w.name FROM workspaces w JOIN workspaces v ON w.id = v.id"
            + " WHERE CAST(w.created_at AS DATE) > DATE '2000-01-01'");
    read(statement, "EXPLAIN PLAN FOR SELECT name FROM workspaces WHERE id = 'x'");
    statement.executeUpdate("UPDATE workspaces SET status = 'inactive' WHERE name = 'default'");
    read(statement, "SELECT * FROM driver.last_write");
  }

  private static void read(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }
}
