package io.workspacesql.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a statement costs beside its requests: none of these sends one. */
@State(Scope.Benchmark)
public class Statements {
  private Connection connection;
  private PreparedStatement prepared;
  private Statement statement;
  private int number;

  /** Connects to a demo organization in this JVM. */
  @Setup
  public void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:airbyte:demo:statements?workspaces=10");
    prepared = connection.prepareStatement("SELECT id, name FROM workspaces WHERE name = ?");
    statement = connection.createStatement();
  }

  /** Closes the connection. */
  @TearDown
  public void disconnect() throws SQLException {
    connection.close();
  }

  /** A prepared statement once more; NULL equals no name, so that nothing is asked. */
  @Benchmark
  public boolean again() throws SQLException {
    prepared.setString(1, null);
    try (ResultSet rows = prepared.executeQuery()) {
      return rows.next();
    }
  }

  /** A text that differs from earlier ones in a literal. */
  @Benchmark
  public int newLiteral() throws SQLException {
    number++;
    return columns("SELECT id, name FROM workspaces WHERE id = '" + new UUID(number, number) + "'");
  }

  /** A text whose form was not seen before. */
  @Benchmark
  public int newShape() throws SQLException {
    number++;
    return columns(
        "SELECT id AS id" + number + ", name FROM workspaces WHERE status = 'active' LIMIT 10");
  }

  private int columns(String sql) throws SQLException {
    try (PreparedStatement planned = connection.prepareStatement(sql)) {
      return planned.getMetaData().getColumnCount();
    }
  }

  /** A table of the driver, every value as text: the getters, and little else. */
  @Benchmark
  public int getters() throws SQLException {
    int length = 0;
    try (ResultSet rows = statement.executeQuery("SELECT * FROM driver.pushdown")) {
      while (rows.next()) {
        for (int column = 1; column <= 5; column++) {
          length += String.valueOf(rows.getString(column)).length();
        }
      }
    }
    return length;
  }
}
