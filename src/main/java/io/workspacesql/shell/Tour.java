package io.workspacesql.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A short tour without a terminal: some statements, their rows, and which requests they cost; then
 * some writes, on the demo organization only. Ends with 0, or with 1 after the first failure.
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
  private static final String EXPLAIN = "EXPLAIN PLAN FOR " + BY_NAME;
  private static final String SUSPEND =
      "UPDATE workspaces SET status = 'inactive' WHERE name LIKE 'Trial %' AND status = 'active'";
  private static final String RENAME =
      "UPDATE workspaces SET name = 'Globex (renamed)' WHERE name = 'Globex Materials 0324'";
  private static final String DELETE = "DELETE FROM workspaces WHERE name = 'Globex (renamed)'";
  private static final String FIRST_OF_LAST_WRITE =
      "SELECT row_no, http_method, path, body, changes, state FROM driver.last_write"
          + " ORDER BY row_no LIMIT 3";

  private final String url;
  private final Stage stage;

  private Tour(String url, Stage stage) {
    this.url = url;
    this.stage = stage;
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
      Tour tour = new Tour(url, new Stage(connection, out));
      tour.read();
      if (url.startsWith(Arguments.DEMO_URL)) {
        tour.write();
      }
      return 0;
    } catch (SQLException e) {
      out.flush();
      System.err.println(Complaint.of("ERROR", e));
      return 1;
    }
  }

  private void read() throws SQLException {
    stage.out().println("Connected to " + Printable.of(stage.connection().getMetaData().getURL()));
    stage.printCost();
    stage.show("Tenants per status", PER_STATUS);
    stage.show("Tenants by name", BY_NAME);
    showOne(anyId());
    stage.show("What a search would send, told before it is sent", EXPLAIN);
  }

  private void write() throws SQLException {
    suspendAsDryRun();
    stage.write("Suspend the trial tenants", SUSPEND);
    stage.show("What became of each", FIRST_OF_LAST_WRITE);
    stage.show("What a rename would send", "EXPLAIN PLAN FOR " + RENAME);
    stage.write("Rename one", RENAME);
    stage.write("Delete it", DELETE);
    stage.show("Tenants per status now", PER_STATUS);
  }

  /** A connection of its own: dryRun holds for all statements of a connection. */
  private void suspendAsDryRun() throws SQLException {
    Properties dryRun = new Properties();
    dryRun.setProperty("dryRun", "true");
    try (Connection connection = DriverManager.getConnection(url, dryRun)) {
      Stage dry = new Stage(connection, stage.out());
      dry.write("Suspend the trial tenants, as a dry run: nothing is written", SUSPEND);
      dry.show("What it would have sent", FIRST_OF_LAST_WRITE);
    }
  }

  private String anyId() throws SQLException {
    stage.announce("The id of some tenant", ANY_ID);
    String id;
    try (Statement statement = stage.connection().createStatement();
        ResultSet rows = statement.executeQuery(ANY_ID)) {
      id = rows.next() ? rows.getString(1) : NO_ID;
    }
    stage.out().println(" " + Printable.of(id));
    stage.printCost();
    return id;
  }

  private void showOne(String id) throws SQLException {
    stage.announce("This tenant, by a prepared statement", BY_ID);
    try (PreparedStatement statement = stage.connection().prepareStatement(BY_ID)) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        AlignedTable.print(rows, stage.out());
      }
    }
    stage.printCost();
  }
}
