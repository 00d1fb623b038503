package io.workspacesql.soundness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Hands a step to the driver by the methods that it names. */
record Execution(WrittenServer server, Step step) {

  static Returned of(WrittenServer server, Step step) {
    Execution execution = new Execution(server, step);
    try {
      return step.via().isPrepared() ? execution.prepared() : execution.plain();
    } catch (SQLException e) {
      return Returned.failed(e);
    }
  }

  private Returned plain() throws SQLException {
    try (Statement statement = server.connection().createStatement()) {
      String sql = sql().text();
      return switch (step.via()) {
        case STATEMENT_UPDATE ->
            Returned.counts(statement.executeUpdate(sql), statement.getUpdateCount());
        case STATEMENT_LARGE_UPDATE ->
            Returned.counts(statement.executeLargeUpdate(sql), statement.getLargeUpdateCount());
        case STATEMENT_EXECUTE -> executed(statement, statement.execute(sql));
        case STATEMENT_KEYS -> {
          int count = statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
          yield Returned.counts(count).withKeys(keys(statement));
        }
        default -> batch(statement);
      };
    }
  }

  private Returned batch(Statement statement) throws SQLException {
    for (Write write : step.writes()) {
      statement.addBatch(Rendering.of(write).text());
    }
    return Returned.counts(statement.executeBatch());
  }

  private Returned prepared() throws SQLException {
    return switch (step.via()) {
      case EXPLAIN -> explained();
      case DRY_RUN -> pretended();
      case READ_ONLY -> readOnly();
      default -> updated(server.connection());
    };
  }

  private Returned readOnly() throws SQLException {
    server.connection().setReadOnly(true);
    try {
      return updated(server.connection());
    } finally {
      server.connection().setReadOnly(false);
    }
  }

  private Returned pretended() throws SQLException {
    Returned returned = updated(server.dryRun());
    try (Statement statement = server.dryRun().createStatement();
        ResultSet lines = statement.executeQuery("SELECT * FROM driver.last_write")) {
      return returned.withShown(requests(lines));
    }
  }

  private Returned explained() throws SQLException {
    String sql = "EXPLAIN PLAN FOR " + sql().text();
    try (PreparedStatement statement = server.connection().prepareStatement(sql)) {
      set(statement, step.executions().get(0));
      try (ResultSet lines = statement.executeQuery()) {
        return Returned.shown(requests(lines));
      }
    }
  }

  /** The writes among the lines of EXPLAIN or {@code driver.last_write}. */
  static List<Sent> requests(ResultSet lines) throws SQLException {
    List<Sent> requests = new ArrayList<>();
    while (lines.next()) {
      String method = lines.getString("http_method");
      if ("PUT".equals(method) || "DELETE".equals(method)) {
        requests.add(Sent.of(method, lines.getString("path"), lines.getString("body")));
      }
    }
    return requests;
  }

  private Returned updated(Connection connection) throws SQLException {
    boolean wantsKeys = step.via().givesKeys();
    String sql = sql().text();
    try (PreparedStatement statement =
        wantsKeys
            ? connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)
            : connection.prepareStatement(sql)) {
      set(statement, step.executions().get(0));
      return switch (step.via()) {
        case PREPARED_LARGE_UPDATE ->
            Returned.counts(statement.executeLargeUpdate(), statement.getLargeUpdateCount());
        case PREPARED_EXECUTE -> executed(statement, statement.execute());
        case PREPARED_KEYS -> Returned.counts(statement.executeUpdate()).withKeys(keys(statement));
        case PREPARED_BATCH -> Returned.counts(filled(statement).executeBatch());
        case PREPARED_LARGE_BATCH -> Returned.counts(filled(statement).executeLargeBatch());
        case QUERY -> queried(statement);
        default -> Returned.counts(statement.executeUpdate(), statement.getUpdateCount());
      };
    }
  }

  /** That of a write must fail. */
  private static Returned queried(PreparedStatement statement) throws SQLException {
    statement.executeQuery().close();
    return Returned.NOTHING;
  }

  private static Returned executed(Statement statement, boolean hasRows) throws SQLException {
    return hasRows
        ? Returned.NOTHING
        : Returned.counts(statement.getUpdateCount(), statement.getLargeUpdateCount());
  }

  private PreparedStatement filled(PreparedStatement statement) throws SQLException {
    for (List<Given> values : step.executions()) {
      set(statement, values);
      statement.addBatch();
    }
    return statement;
  }

  private void set(PreparedStatement statement, List<Given> values) throws SQLException {
    List<Integer> parameters = sql().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      values.get(parameters.get(i)).set(statement, i + 1);
    }
  }

  private Rendering.Sql sql() {
    return Rendering.of(step.writes().get(0));
  }

  private static List<String> keys(Statement statement) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (ResultSet rows = statement.getGeneratedKeys()) {
      while (rows.next()) {
        keys.add(rows.getString("id"));
      }
    }
    return keys;
  }
}
