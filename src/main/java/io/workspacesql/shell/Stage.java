package io.workspacesql.shell;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows statements on one connection, and after each which requests it cost. */
final class Stage {
  private static final String NEW_REQUESTS =
      "SELECT request_no, http_method, path_template, query_text, http_status, millis"
          + " FROM driver.requests WHERE request_no > ? ORDER BY request_no";

  /** More of a kind are only counted. */
  private static final int SHOWN_OF_A_KIND = 3;

  private final Connection connection;
  private final PrintStream out;
  private long requestsSeen;

  Stage(Connection connection, PrintStream out) {
    this.connection = connection;
    this.out = out;
  }

  Connection connection() {
    return connection;
  }

  PrintStream out() {
    return out;
  }

  void show(String headline, String sql) throws SQLException {
    announce(headline, sql);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      AlignedTable.print(rows, out);
    }
    printCost();
  }

  /** Performs a write; rows of {@code driver.last_write} can be asked for afterwards. */
  void write(String headline, String sql) throws SQLException {
    announce(headline, sql);
    try (Statement statement = connection.createStatement()) {
      long rows = statement.executeLargeUpdate(sql);
      out.println(rows == 1 ? "1 row changed" : rows + " rows changed");
    }
    printCost();
  }

  void announce(String headline, String sql) {
    out.println();
    out.println(headline);
    out.println("-".repeat(headline.length()));
    out.println(sql);
    out.println();
  }

  void printCost() throws SQLException {
    List<String> requests = new ArrayList<>();
    String kind = "";
    int ofKind = 0;
    try (PreparedStatement statement = connection.prepareStatement(NEW_REQUESTS)) {
      statement.setLong(1, requestsSeen);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          requestsSeen = rows.getLong("request_no");
          String now = rows.getString("http_method") + " " + rows.getString("path_template");
          ofKind = now.equals(kind) ? ofKind + 1 : 1;
          kind = now;
          requests.add(ofKind <= SHOWN_OF_A_KIND ? describe(rows) : "  … " + kind);
        }
      }
    }
    out.println(requests.size() == 1 ? "1 request" : requests.size() + " requests");
    requests.stream().distinct().forEach(out::println);
  }

  private static String describe(ResultSet request) throws SQLException {
    String query = request.getString("query_text");
    return String.format(
        Locale.ROOT,
        "  %s %s%s: %s in %d ms",
        request.getString("http_method"),
        request.getString("path_template"),
        query == null ? "" : "?" + Printable.of(query),
        request.getString("http_status"),
        request.getLong("millis"));
  }
}
