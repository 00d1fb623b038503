import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Prints the newest tenants of a status, and what that cost. */
class Tenants {
  public static void main(String[] args) throws SQLException {
    String url = args.length > 0 ? args[0] : "jdbc:airbyte:demo";
    try (Connection connection = DriverManager.getConnection(url)) {
      newest(connection, "active", 5);
      cost(connection);
    }
  }

  private static void newest(Connection connection, String status, int count) throws SQLException {
    String sql =
        "SELECT name, created_at FROM workspaces WHERE status = ? ORDER BY created_at DESC LIMIT ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, status);
      query.setInt(2, count);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          System.out.println(
              rows.getTimestamp("created_at").toInstant() + "  " + rows.getString("name"));
        }
      }
    }
  }

  private static void cost(Connection connection) throws SQLException {
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery("SELECT COUNT(*), SUM(millis) FROM driver.requests")) {
      rows.next();
      System.out.println(rows.getLong(1) + " requests in " + rows.getLong(2) + " ms");
    }
  }
}
