package io.workspacesql.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A short tour without a terminal: some statements, their rows, and which requests they cost. Ends
 * with 0, or with 1 after the first failure.
 */
public final class Tour {
  private static final String PER_STATUS =
      "SELECT status, COUNT(*) AS tenants FROM workspaces GROUP BY status ORDER BY status";
  private static final String BY_NAME =
      "SELECT id, name, status FROM workspaces WHERE name LIKE '%Globex%' ORDER BY name LIMIT 5";
  private static final String BY_ID =
      "SELECT name, status, created_at, visibility FROM workspaces WHERE id = ?";
  private static final String ANY_ID = "SELECT id FROM workspaces LIMIT 1";
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
  private static final String NEW_REQUESTS =
      "SELECT request_no, http_method, path_template, query_text, http_status, millis"
          + " FROM driver.requests WHERE request_no > ? ORDER BY request_no";
  private static final String EXPLAIN = "EXPLAIN PLAN FOR " + BY_NAME;

  private final Connection connection;
  private final PrintStream out;
  private long requestsSeen;

  private Tour(Connection connection, PrintStream out) {
    this.connection = connection;
    this.out = out;
  }

  /** Works on the URL given first, otherwise on {@code jdbc:airbyte:demo}. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int status = run(args.length == 0 ? Arguments.DEMO_URL : args[0], out);
    out.flush();
    System.exit(status);
  }

  private static int run(String url, PrintStream out) {
    try (Connection connection = DriverManager.getConnection(url)) {
      new Tour(connection, out).walk();
      return 0;
    } catch (SQLException e) {
      out.flush();
      System.err.println(Complaint.of("ERROR", e));
      return 1;
    }
  }

  private void walk() throws SQLException {
    out.println("Connected to " + Printable.of(connection.getMetaData().getURL()));
    printCost();
    show("Tenants per status", PER_STATUS);
    show("Tenants by name", BY_NAME);
    showOne(anyId());
    show("What a search would send, told before it is sent", EXPLAIN);
  }

  private void show(String headline, String sql) throws SQLException {
    announce(headline, sql);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      AlignedTable.print(rows, out);
    }
    printCost();
  }

  private String anyId() throws SQLException {
    announce("The id of some tenant", ANY_ID);
    String id;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ANY_ID)) {
      id = rows.next() ? rows.getString(1) : NO_ID;
    }
    out.println(" " + Printable.of(id));
    printCost();
    return id;
  }

  private void showOne(String id) throws SQLException {
    announce("This tenant, by a prepared statement", BY_ID);
    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        AlignedTable.print(rows, out);
      }
    }
    printCost();
  }

  private void announce(String headline, String sql) {
    out.println();
    out.println(headline);
    out.println("-".repeat(headline.length()));
    out.println(sql);
    out.println();
  }

  private void printCost() throws SQLException {
    List<String> requests = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(NEW_REQUESTS)) {
      statement.setLong(1, requestsSeen);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          requestsSeen = rows.getLong("request_no");
          requests.add(describe(rows));
        }
      }
    }
    out.println(requests.size() == 1 ? "1 request" : requests.size() + " requests");
    requests.forEach(out::println);
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
