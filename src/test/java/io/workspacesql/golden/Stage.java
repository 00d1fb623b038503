package io.workspacesql.golden;

import io.workspacesql.DemoTokens;
import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A demo organization of one size on which scripts run, each statement on a new connection. */
final class Stage implements AutoCloseable {
  private static final int SHOWN_ROWS = 6;

  private final DemoOrganization organization;

  private Stage(DemoOptions options) throws IOException {
    organization = DemoOrganization.start(options);
  }

  /** Of the size and with the server that the script asks for. */
  static Stage of(Script script) throws IOException {
    return new Stage(DemoOptions.ofSize(script.organization()).withDialect(script.server()));
  }

  Script run(Script script) throws SQLException {
    List<Example> examples = new ArrayList<>();
    String token =
        script.scoped().isEmpty() ? "" : DemoTokens.scoped(organization, script.scoped());
    for (Example example : script.examples()) {
      examples.add(run(example, script.properties(), token));
    }
    return new Script(script.head(), examples);
  }

  private Example run(Example example, String properties, String token) throws SQLException {
    try (Connection connection = connect(properties, token)) {
      for (String before : example.before()) {
        rows(connection, before, List.of(), new ArrayList<>());
      }
      return example.with(outcome(connection, example));
    }
  }

  private Map<String, List<String>> outcome(Connection connection, Example example) {
    Map<String, List<String>> outcome = new LinkedHashMap<>();
    SentRequests sent = SentRequests.fromNow(organization);
    outcome.put("plan", plan(connection, example));
    List<String> warnings = new ArrayList<>();
    try {
      List<String> rows = rows(connection, example.statement(), example.parameters(), warnings);
      outcome.put("requests", sent.lines());
      outcome.put("rows", rows);
    } catch (SQLException e) {
      outcome.put("requests", sent.lines());
      outcome.put("error", lines(List.of(e.getSQLState() + " " + withoutId(e))));
    }
    outcome.put("warnings", lines(warnings));
    return outcome;
  }

  /** The server makes a new request id each time. */
  private static String withoutId(SQLException e) {
    return String.valueOf(e.getMessage()).replaceAll("request id [0-9a-f-]{36}", "request id …");
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().flatMap(String::lines).toList();
  }

  private Connection connect(String properties, String token) throws SQLException {
    Properties credentials = new Properties();
    if (token.isEmpty()) {
      credentials.setProperty("user", organization.clientId());
      credentials.setProperty("password", organization.clientSecret());
    } else {
      credentials.setProperty("accessToken", token);
    }
    return DriverManager.getConnection(
        "jdbc:airbyte:" + organization.base() + (properties.isEmpty() ? "" : "?" + properties),
        credentials);
  }

  /** What EXPLAIN says; nothing for a statement that it does not explain. */
  private static List<String> plan(Connection connection, Example example) {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN PLAN FOR\n" + example.statement())) {
      while (plan.next()) {
        String query = plan.getString("query_text");
        lines.add(
            plan.getString("http_method") == null
                ? "in the driver"
                : plan.getString("at_most")
                    + " × "
                    + plan.getString("http_method")
                    + " "
                    + plan.getString("path")
                    + (query == null ? "" : "?" + Text.printable(query)));
        lines.add("    " + Text.printable(plan.getString("explanation")));
      }
      return lines;
    } catch (SQLException e) {
      return List.of();
    }
  }

  private static List<String> rows(
      Connection connection, String sql, List<Object> parameters, List<String> warnings)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      if (!statement.execute()) {
        return List.of("no result");
      }
      List<String> lines = rows(statement.getResultSet());
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        warnings.add(w.getSQLState() + " " + withoutId(w));
      }
      return lines;
    }
  }

  private static List<String> rows(ResultSet rows) throws SQLException {
    ResultSetMetaData metaData = rows.getMetaData();
    List<String> header = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      header.add(metaData.getColumnLabel(i) + " " + metaData.getColumnTypeName(i));
    }
    List<String> lines = new ArrayList<>(List.of(String.join(" | ", header)));
    int count = 0;
    while (rows.next()) {
      if (count++ < SHOWN_ROWS) {
        lines.add(row(rows, header.size()));
      }
    }
    if (count == 0) {
      lines.add("(no row)");
    }
    if (count > SHOWN_ROWS) {
      lines.add("… " + count + " rows");
    }
    return lines;
  }

  private static String row(ResultSet rows, int columns) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      values.add(Text.of(rows, i));
    }
    return String.join(" | ", values);
  }

  @Override
  public void close() throws IOException {
    organization.close();
  }
}
