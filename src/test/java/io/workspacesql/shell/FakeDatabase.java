package io.workspacesql.shell;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A driver for {@code jdbc:fake:} that answers every statement with one row of its text, writes
 * three rows by those that begin with {@code update}, and fails those that begin with {@code bad}.
 */
final class FakeDatabase implements Driver, AutoCloseable {
  static final String URL = "jdbc:fake:";

  final List<String> executed = new ArrayList<>();
  @Nullable Properties connectedWith;
  int openConnections;

  static FakeDatabase start() throws SQLException {
    FakeDatabase database = new FakeDatabase();
    DriverManager.registerDriver(database);
    return database;
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(URL);
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) {
    if (!acceptsURL(url)) {
      return null;
    }
    connectedWith = info;
    openConnections++;
    return proxy(
        Connection.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "createStatement" -> statement();
              case "getWarnings" -> null;
              case "close" -> --openConnections;
              default -> throw new SQLFeatureNotSupportedException(method.getName());
            });
  }

  private Statement statement() {
    return proxy(
        Statement.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "execute" -> execute((String) arguments[0]);
              case "getResultSet" -> lastResult();
              case "getUpdateCount" -> 3;
              case "getWarnings", "close" -> null;
              default -> throw new SQLFeatureNotSupportedException(method.getName());
            });
  }

  private boolean execute(String sql) throws SQLException {
    executed.add(sql);
    if (sql.startsWith("bad")) {
      throw new SQLSyntaxErrorException("no\u001B such thing", "42601");
    }
    return !sql.startsWith("update");
  }

  private ResultSet lastResult() throws SQLException {
    return Rows.of(executed.get(executed.size() - 1), executed.size()).read();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
