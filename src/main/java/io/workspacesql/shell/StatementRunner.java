package io.workspacesql.shell;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executes statements and prints what they answer: rows to one stream, warnings to another. The
 * count of a write goes with the warnings where programs read the rows.
 */
final class StatementRunner {
  private final Connection connection;
  private final OutputFormat format;
  private final PrintStream out;
  private final PrintStream err;

  StatementRunner(Connection connection, OutputFormat format, PrintStream out, PrintStream err) {
    this.connection = connection;
    this.format = format;
    this.out = out;
    this.err = err;
  }

  void run(String text) throws SQLException {
    List<String> question = CatalogQuestion.inSql(text);
    if (question == null) {
      execute(text);
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : question.subList(0, question.size() - 1)) {
        statement.execute(sql);
      }
    }
    execute(question.get(question.size() - 1));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        printRows(statement);
      } else if (statement.getUpdateCount() >= 0) {
        int count = statement.getUpdateCount();
        PrintStream told = format == OutputFormat.TABLE ? out : err;
        told.println(count == 1 ? "1 row changed" : count + " rows changed");
      }
      printWarnings(statement.getWarnings());
    } finally {
      out.flush();
    }
  }

  private void printRows(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      format.print(rows, out);
    }
  }

  void printWarnings(@Nullable SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      err.println(Complaint.of("WARNING", warning));
    }
  }
}
