package io.workspacesql.soundness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a case through the driver and holds rows and requests against what is known. */
final class Comparison {
  private final Server server;
  private final Organization organization;

  Comparison(Server server, Organization organization) {
    this.server = server;
    this.organization = organization;
  }

  /** The first difference; empty = none. */
  Optional<Difference> difference(Case generated) {
    Rendering.Sql sql = Rendering.of(generated.query());
    try {
      long most = asksForThePlan(generated) ? mostRequests(sql.text()) : Long.MAX_VALUE;
      return sql.parameters().isEmpty()
          ? plain(generated, sql, most)
          : prepared(generated, sql, most);
    } catch (SQLException e) {
      return Optional.of(new Difference(String.valueOf(e.getSQLState()), e.toString()));
    }
  }

  /** Every fourth time: EXPLAIN costs as much as all the rest. */
  private static boolean asksForThePlan(Case generated) {
    return generated.query().limit() % 4 == 0;
  }

  private Optional<Difference> plain(Case generated, Rendering.Sql sql, long most)
      throws SQLException {
    try (Statement statement = server.connection().createStatement()) {
      long before = server.requests();
      try (ResultSet rows = statement.executeQuery(sql.text())) {
        return check(generated, List.of(), read(rows), before, most);
      }
    }
  }

  private Optional<Difference> prepared(Case generated, Rendering.Sql sql, long most)
      throws SQLException {
    Connection connection = server.connection();
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      for (List<Given> values : generated.executions()) {
        for (int i = 0; i < sql.parameters().size(); i++) {
          values.get(sql.parameters().get(i)).set(statement, i + 1);
        }
        long before = server.requests();
        List<List<Object>> came;
        try (ResultSet rows = statement.executeQuery()) {
          came = read(rows);
        }
        Optional<Difference> difference = check(generated, values, came, before, most);
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> check(
      Case generated, List<Given> values, List<List<Object>> came, long before, long most) {
    long sent = server.requests() - before;
    Table table = new Table(server.rows(), values.stream().map(this::meaning).toList());
    Query query = generated.query();
    String wrong = query.shape().answer(query, table).difference(came);
    if (!wrong.isEmpty()) {
      return Optional.of(new Difference("rows", values + ": " + wrong));
    }
    return sent > most
        ? Optional.of(
            new Difference("requests", values + ": sent " + sent + ", EXPLAIN allows " + most))
        : Optional.empty();
  }

  private Object meaning(Given given) {
    return given.value() instanceof Instant moment
        ? Column.cut(moment, server.micros())
        : given.value();
  }

  /** What EXPLAIN promises; a formula in rows stands for all pages of the organization. */
  private long mostRequests(String sql) throws SQLException {
    long pages =
        Math.max(
            1, -Math.floorDiv(-organization.options().workspaces(), organization.rowsOfAPage()));
    long most = 0;
    try (Statement statement = server.connection().createStatement();
        ResultSet lines = statement.executeQuery("EXPLAIN PLAN FOR " + sql)) {
      while (lines.next()) {
        String atMost = lines.getString("at_most");
        boolean isNumber = atMost.matches("\\d+");
        most += isNumber ? Long.parseLong(atMost) : pages;
        // Short pages and pages with tombstones hold fewer rows than the bound counts on.
        most += isNumber && !atMost.equals("0") && !hasFullPages() ? pages : 0;
      }
    }
    return most;
  }

  private boolean hasFullPages() {
    return organization.rowsOfAPage() == organization.pageSize()
        && organization.options().dialect().tombstoneEvery() == 0;
  }

  static List<List<Object>> read(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<List<Object>> read = new ArrayList<>();
    while (rows.next()) {
      List<Object> row = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        row.add(value(rows, i, columns.getColumnType(i)));
      }
      read.add(row);
    }
    return read;
  }

  private static Object value(ResultSet rows, int column, int type) throws SQLException {
    return switch (type) {
      case Types.BOOLEAN -> rows.getObject(column, Boolean.class);
      case Types.INTEGER, Types.BIGINT -> rows.getObject(column, Long.class);
      case Types.TIMESTAMP -> rows.getObject(column, Instant.class);
      default -> rows.getString(column);
    };
  }
}
