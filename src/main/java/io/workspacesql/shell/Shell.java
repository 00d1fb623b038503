package io.workspacesql.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The command line: SQLLine on a terminal, or statements from {@code -e} or from standard input.
 * Ends with 0 = all went well, 1 = a statement or the connection failed, 2 = wrong usage.
 */
public final class Shell {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final long PROGRESS_MILLIS = 500;

  private static final String HELP =
      """
      Usage: java -jar airbyte-workspaces-jdbc-VERSION-cli.jar [options] [URL]

      Without a URL it works on jdbc:airbyte:demo, an organization simulated in the process;
      jdbc:airbyte: is the real API. Without -e it opens SQLLine, or reads SQL from standard
      input when there is no terminal. Several statements are separated by semicolons; the
      first failure ends the run. SHOW SCHEMAS, SHOW TABLES and DESCRIBE table work there, too;
      in SQLLine they are !schemas, !tables and !columns.

        -e, --execute SQL          run SQL and leave; may be repeated
            --format table|csv|sheet
                                   how -e prints rows: aligned, exact for programs, or as CSV
                                   for spreadsheets, in which no name becomes a formula
            --progress             count the requests of a long statement on standard error
        -n, --user ID              client id
        -p, --password SECRET      client secret; better leave it out: SQLLine asks for it, and
                                   the driver reads AIRBYTE_CLIENT_ID, AIRBYTE_CLIENT_SECRET
                                   and AIRBYTE_ORGANIZATION_ID from the environment
        -D, --property NAME=VALUE  connection property for -e and standard input; in SQLLine:
                                   !connect -p NAME VALUE URL
        -h, --help                 print this
            --version              print the version

      Exit status: 0 = all went well, 1 = a statement or the connection failed, 2 = wrong usage.
      """;

  private final PrintStream out;
  private final PrintStream err;

  Shell(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = new Shell(out, err).run(List.of(args), System.in);
    out.flush();
    System.exit(status);
  }

  /** Does what the command line says; {@code in} is read when there is no terminal. */
  int run(List<String> words, InputStream in) throws IOException {
    try {
      return run(Arguments.parse(words), in);
    } catch (IllegalArgumentException e) {
      err.println(Printable.of(String.valueOf(e.getMessage())) + "; --help tells more");
      return MISUSED;
    }
  }

  private int run(Arguments arguments, InputStream in) throws IOException {
    if (arguments.wantsHelp()) {
      out.print(HELP);
      return OK;
    }
    if (arguments.wantsVersion()) {
      out.println("airbyte-workspaces-jdbc " + version());
      return OK;
    }
    if (!arguments.scripts().isEmpty()) {
      return execute(arguments, arguments.scripts());
    }
    if (!hasTerminal()) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return execute(arguments, List.of(script));
    }
    if (arguments.hasProperties()) {
      throw new IllegalArgumentException("-D is for -e; in SQLLine use !connect -p NAME VALUE URL");
    }
    return InteractiveSession.open(arguments) ? OK : FAILED;
  }

  private int execute(Arguments arguments, List<String> scripts) {
    try (Connection connection =
        DriverManager.getConnection(arguments.url(), arguments.connectionProperties())) {
      StatementRunner runner = new StatementRunner(connection, arguments.format(), out, err);
      runner.printWarnings(connection.getWarnings());
      for (String script : scripts) {
        for (String sql : Script.statementsOf(script)) {
          run(runner, sql, connection, arguments.wantsProgress());
        }
      }
      return OK;
    } catch (SQLException e) {
      err.println(Complaint.of("ERROR", e));
      return FAILED;
    }
  }

  private void run(StatementRunner runner, String sql, Connection connection, boolean progress)
      throws SQLException {
    if (!progress) {
      runner.run(sql);
      return;
    }
    ProgressLine line = ProgressLine.show(connection, err, PROGRESS_MILLIS);
    try {
      runner.run(sql);
    } finally {
      line.close();
    }
  }

  // The property lets JDK 22 and later answer null, too, when there is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasTerminal() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  private static String version() {
    String version = Shell.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
