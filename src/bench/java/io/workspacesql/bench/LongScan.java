package io.workspacesql.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Reads all rows and prints the heap in use after a tenth of them and at the end. */
final class LongScan {
  private LongScan() {}

  public static void main(String[] args) throws Exception {
    int wanted = Integer.parseInt(args[1]);
    long early = 0;
    int rows = 0;
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:airbyte:" + args[0], DemoProcess.CLIENT_ID, DemoProcess.CLIENT_SECRET);
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery("SELECT * FROM workspaces")) {
      while (results.next()) {
        results.getString("name");
        rows++;
        early = rows == wanted / 10 ? used() : early;
      }
      if (rows != wanted) {
        throw new IllegalStateException(rows + " rows were read, not " + wanted);
      }
      System.out.println(early + " " + used());
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
