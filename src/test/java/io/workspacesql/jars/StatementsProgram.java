package io.workspacesql.jars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs every example of the page of functions and every statement of the goldens; prints those that
 * fail for want of something that is not in the jar, and how many there were.
 */
public final class StatementsProgram {
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^(SELECT .*;) +-- (.*)$");
  private static final Pattern GOLDEN = Pattern.compile("(?m)^sql\n((?:  .*\n)+)");
  private static final String DEFECT = "XX000";

  private StatementsProgram() {}

  public static void main(String[] args) throws IOException, SQLException {
    List<String> statements = new ArrayList<>();
    found(EXAMPLE, Path.of(args[0]), statements);
    try (Stream<Path> goldens = Files.list(Path.of(args[1]))) {
      for (Path golden : goldens.filter(file -> file.toString().endsWith(".iq")).toList()) {
        found(GOLDEN, golden, statements);
      }
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:airbyte:demo:statements?workspaces=250");
        Statement statement = connection.createStatement()) {
      statements.forEach(sql -> run(statement, sql));
    }
    System.out.println("statements: " + statements.size());
  }

  private static void found(Pattern pattern, Path file, List<String> statements)
      throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      statements.add(matcher.group(1));
    }
  }

  private static void run(Statement statement, String sql) {
    try {
      if (statement.execute(sql)) {
        readAll(statement);
      }
    } catch (SQLException e) {
      if (DEFECT.equals(e.getSQLState()) || hasLinkageError(e)) {
        System.out.println("failed: " + sql + " " + e.getMessage());
      }
    }
  }

  private static void readAll(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  private static boolean hasLinkageError(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .anyMatch(LinkageError.class::isInstance);
  }
}
