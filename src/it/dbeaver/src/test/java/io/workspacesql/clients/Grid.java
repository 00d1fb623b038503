package io.workspacesql.clients;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as a grid keeps them: the text of each cell by the label of its column. */
final class Grid {
  private Grid() {}

  static List<Map<String, String>> rows(ResultSet results) throws SQLException {
    ResultSetMetaData columns = results.getMetaData();
    List<Map<String, String>> rows = new ArrayList<>();
    while (results.next()) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        row.put(columns.getColumnLabel(i), results.getString(i));
      }
      rows.add(row);
    }
    results.close();
    return rows;
  }

  static List<String> column(ResultSet results, String label) throws SQLException {
    List<String> cells = new ArrayList<>();
    while (results.next()) {
      cells.add(results.getString(label));
    }
    results.close();
    return cells;
  }

  static long count(Connection connection) throws SQLException {
    return number(connection, "SELECT COUNT(*) FROM airbyte.workspaces");
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      results.next();
      return results.getLong(1);
    }
  }

  static Map<String, String> row(Connection connection, String id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<Map<String, String>> found =
          rows(statement.executeQuery("SELECT * FROM airbyte.workspaces WHERE id='" + id + "'"));
      return found.isEmpty() ? Map.of() : found.get(0);
    }
  }
}
