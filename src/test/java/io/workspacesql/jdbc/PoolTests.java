package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTests {
  private final FakeBackend backend = new FakeBackend();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hikari_lends_a_connection_that_reads(boolean autoCommit) throws SQLException {
    backend.plan("SELECT", FakePlan.query(JDBCType.VARCHAR).row("x"));
    HikariConfig config = new HikariConfig();
    config.setDataSource(new Source());
    config.setAutoCommit(autoCommit);
    config.setReadOnly(true);
    config.setSchema("airbyte");
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 3; i++) {
        try (Connection connection = pool.getConnection();
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT")) {
          assertThat(rows.next()).isTrue();
        }
      }
    }
    assertThat(backend.closings).isEqualTo(1);
  }

  @Test
  void a_lent_connection_unwraps_to_ours() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(new Source());
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection()) {
      assertThat(connection.unwrap(Connection.class)).isNotNull();
      assertThat(connection.isWrapperFor(WorkspacesConnection.class)).isTrue();
    }
  }

  @Test
  void a_pool_says_once_that_writes_stand_and_then_lends_the_connection_again()
      throws SQLException {
    backend.plan("UPDATE", FakeWrite.update("a"));
    HikariConfig config = new HikariConfig();
    config.setDataSource(new Source());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection connection = pool.getConnection();
      connection.createStatement().executeUpdate("UPDATE");
      assertThatThrownBy(connection::close).hasMessageContaining("UPDATE of a");
      try (Connection again = pool.getConnection();
          Statement statement = again.createStatement()) {
        assertThat(statement.executeUpdate("UPDATE")).isEqualTo(1);
        again.commit();
      }
    }
    assertThat(backend.closings).isEqualTo(1);
  }

  private final class Source implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return backend.connection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return backend.connection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      // no log is written
    }

    @Override
    public void setLoginTimeout(int seconds) {
      // the fake answers at once
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> wanted) throws SQLException {
      throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> wanted) {
      return false;
    }
  }
}
