import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Counts tenants in four threads, with a pool that costs few requests. */
public class Pool {
  public static void main(String[] args) throws Exception {
    // For a minute after its last use a connection is lent without a request.
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "60000");
    String url = args.length > 0 ? args[0] : "jdbc:airbyte:demo";
    try (HikariDataSource pool = new HikariDataSource(config(url))) {
      for (String status : List.of("active", "inactive")) {
        System.out.println(status + ": " + countInFourThreads(pool, status));
      }
      int opened = pool.getHikariPoolMXBean().getTotalConnections();
      System.out.println("connections opened: " + opened);
    }
  }

  private static HikariConfig config(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setReadOnly(true);
    config.setMaximumPoolSize(4);
    // Connections share a token: to open one costs nothing, to keep one alive costs a request each
    // time.
    config.setMinimumIdle(0);
    config.setKeepaliveTime(0);
    return config;
  }

  private static List<Long> countInFourThreads(HikariDataSource pool, String status)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Long> count = () -> count(pool, status);
      List<Future<Long>> counts = threads.invokeAll(List.of(count, count, count, count));
      return List.of(
          counts.get(0).get(), counts.get(1).get(), counts.get(2).get(), counts.get(3).get());
    } finally {
      threads.shutdown();
    }
  }

  private static long count(HikariDataSource pool, String status) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT COUNT(*) FROM workspaces WHERE status = ?")) {
      query.setString(1, status);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
