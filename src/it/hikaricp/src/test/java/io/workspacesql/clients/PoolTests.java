package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";

  /** For how long HikariCP lends a connection again without asking {@code isValid}. */
  private static final String ALIVE_BYPASS = "com.zaxxer.hikari.aliveBypassWindowMs";

  private static int organizations;

  private final String url = "jdbc:airbyte:demo:pool" + ++organizations + "?workspaces=300";

  @AfterEach
  void validateAsUsual() {
    System.clearProperty(ALIVE_BYPASS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lent_connections_read(boolean autoCommit) throws SQLException {
    HikariConfig config = config();
    config.setAutoCommit(autoCommit);
    config.setReadOnly(true);
    config.setSchema("airbyte");
    config.setTransactionIsolation("TRANSACTION_NONE");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 5; i++) {
        assertThat(number(pool, "SELECT COUNT(*) FROM workspaces")).isEqualTo(300);
      }
    }
  }

  @Test
  void the_data_source_class_works_in_place_of_the_url() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSourceClassName("io.workspacesql.WorkspacesDataSource");
    config.addDataSourceProperty("url", url);
    config.addDataSourceProperty("applicationName", "pooled");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      assertThat(
              number(
                  pool,
                  "SELECT COUNT(*) FROM driver.properties"
                      + " WHERE name = 'applicationName' AND setting = 'pooled'"))
          .isEqualTo(1);
    }
  }

  @Test
  void a_read_only_pool_refuses_writes_and_keeps_its_connection() throws SQLException {
    HikariConfig config = config();
    config.setReadOnly(true);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection before = physical(pool);
      assertThatThrownBy(() -> write(pool))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
      assertThat(physical(pool)).isSameAs(before);
    }
  }

  @Test
  void mistakes_in_sql_evict_no_connection() throws SQLException {
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection before = physical(pool);
      for (String wrong :
          List.of(
              "SELEC 1",
              "SELECT x FROM workspaces",
              "SELECT * FROM nowhere",
              "SELECT 1 / 0",
              "UPDATE workspaces SET status = 'inactive'",
              "INSERT INTO workspaces (name) VALUES ('Hooli Energy 0002')")) {
        assertThatThrownBy(() -> number(pool, wrong)).isInstanceOf(SQLException.class);
      }
      assertThat(physical(pool)).isSameAs(before);
    }
  }

  @Test
  void with_manual_commit_a_write_is_told_once_when_it_was_not_committed() throws SQLException {
    HikariConfig config = config();
    config.setAutoCommit(false);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      assertThatThrownBy(() -> write(pool)).hasMessageContaining(HOOLI);
      assertThat(number(pool, "SELECT COUNT(*) FROM workspaces WHERE status = 'inactive'"))
          .isEqualTo(42);
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("DELETE FROM workspaces WHERE id = '" + HOOLI + "'");
        connection.commit();
      }
      assertThat(number(pool, "SELECT COUNT(*) FROM workspaces")).isEqualTo(299);
    }
  }

  /** One request for the token, and one for the isValid with which HikariCP tries the driver. */
  @Test
  void a_pool_of_five_connections_starts_with_two_requests() throws SQLException {
    HikariConfig config = config();
    config.setMaximumPoolSize(5);
    config.setMinimumIdle(5);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      List<Connection> lent = new ArrayList<>();
      long requests = 0;
      for (int i = 0; i < 5; i++) {
        lent.add(pool.getConnection());
        requests += number(lent.get(i), "SELECT COUNT(*) FROM driver.requests");
      }
      assertThat(requests).isEqualTo(2);
      for (Connection connection : lent) {
        connection.close();
      }
    }
  }

  @Test
  void a_connection_lent_again_at_once_costs_no_request() throws SQLException {
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      long before = number(pool, "SELECT COUNT(*) FROM driver.requests");
      for (int i = 0; i < 20; i++) {
        pool.getConnection().close();
      }
      assertThat(number(pool, "SELECT COUNT(*) FROM driver.requests")).isEqualTo(before);
    }
  }

  @Test
  void a_validated_loan_costs_one_request() throws SQLException {
    System.setProperty(ALIVE_BYPASS, "-1");
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      long before = number(pool, "SELECT COUNT(*) FROM driver.requests");
      for (int i = 0; i < 10; i++) {
        pool.getConnection().close();
      }
      assertThat(number(pool, "SELECT COUNT(*) FROM driver.requests") - before).isEqualTo(11);
    }
  }

  @Test
  void a_test_query_that_reads_no_table_costs_no_request() throws SQLException {
    System.setProperty(ALIVE_BYPASS, "-1");
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    config.setConnectionTestQuery("SELECT 1");
    config.setConnectionInitSql("SELECT 1");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 10; i++) {
        pool.getConnection().close();
      }
      assertThat(number(pool, "SELECT COUNT(*) FROM driver.requests WHERE http_method = 'GET'"))
          .isZero();
    }
  }

  /** 30 seconds are the shortest interval that HikariCP takes. */
  @Test
  void keep_alive_keeps_the_connection_for_at_most_one_request_each_time() throws Exception {
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    config.setKeepaliveTime(30_000);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection before = physical(pool);
      long requests = number(pool, "SELECT COUNT(*) FROM driver.requests");
      TimeUnit.SECONDS.sleep(38);
      assertThat(number(before, "SELECT COUNT(*) FROM driver.requests") - requests)
          .isBetween(1L, 2L);
      assertThat(physical(pool)).isSameAs(before);
    }
  }

  @Test
  void a_leak_is_detected_and_the_connection_is_usable_all_the_same() throws Exception {
    List<String> warnings = new ArrayList<>();
    Logger leaks = Logger.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");
    leaks.setUseParentHandlers(false);
    leaks.addHandler(new Collecting(warnings));
    HikariConfig config = config();
    config.setLeakDetectionThreshold(2000);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection leaking = pool.getConnection()) {
      TimeUnit.MILLISECONDS.sleep(3000);
      assertThat(warnings).anyMatch(w -> w.contains("leak detection triggered"));
      assertThat(number(leaking, "SELECT COUNT(*) FROM workspaces")).isEqualTo(300);
    }
  }

  @Test
  void an_evicted_connection_is_closed_and_replaced() throws Exception {
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection evicted;
      try (Connection lent = pool.getConnection()) {
        evicted = lent.unwrap(Connection.class);
        pool.evictConnection(lent);
      }
      assertThat(physical(pool)).isNotSameAs(evicted);
      for (int i = 0; i < 50 && !evicted.isClosed(); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertThat(evicted.isClosed()).isTrue();
    }
  }

  @Test
  void a_connection_aborted_behind_the_pools_back_is_replaced() throws SQLException {
    System.setProperty(ALIVE_BYPASS, "-1");
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection aborted = physical(pool);
      aborted.abort(Runnable::run);
      assertThat(number(pool, "SELECT COUNT(*) FROM workspaces")).isEqualTo(300);
      assertThat(physical(pool)).isNotSameAs(aborted);
    }
  }

  @Test
  void an_isolation_level_that_does_not_exist_stops_the_pool_with_a_reason() {
    HikariConfig config = config();
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    assertThatThrownBy(() -> new HikariDataSource(config))
        .isInstanceOf(PoolInitializationException.class)
        .rootCause()
        .isInstanceOf(SQLException.class);
  }

  @Test
  void four_connections_serve_twelve_threads() throws Exception {
    HikariConfig config = config();
    config.setMaximumPoolSize(4);
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      List<Callable<Long>> reads = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String status = i % 2 == 0 ? "active" : "inactive";
        reads.add(
            () -> number(pool, "SELECT COUNT(*) FROM workspaces WHERE status = '" + status + "'"));
      }
      long sum = 0;
      for (Future<Long> read : threads.invokeAll(reads)) {
        sum += read.get();
      }
      assertThat(sum).isEqualTo(30 * 300);
    } finally {
      threads.shutdownNow();
    }
  }

  private HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    return config;
  }

  private static Connection physical(HikariDataSource pool) throws SQLException {
    try (Connection lent = pool.getConnection()) {
      return lent.unwrap(Connection.class);
    }
  }

  private static void write(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE workspaces SET status = 'inactive' WHERE id = '" + HOOLI + "'");
    }
  }

  private static long number(HikariDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      long number = number(connection, sql);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return number;
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return statement.getUpdateCount();
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static final class Collecting extends Handler {
    private final List<String> messages;

    Collecting(List<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord entry) {
      messages.add(entry.getMessage());
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
