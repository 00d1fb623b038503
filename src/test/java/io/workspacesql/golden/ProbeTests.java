package io.workspacesql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tools send to a stranger runs, and costs what {@code docs/tool-statements.md} says. The
 * requests are those that the server has counted.
 */
class ProbeTests {
  private static final Path PAGE = Path.of("docs/tool-statements.md");

  private static DemoOrganization organization;
  private static Connection connection;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    organization = DemoOrganization.start(DemoOptions.ofSize(450));
    connection =
        DriverManager.getConnection(
            "jdbc:airbyte:" + organization.base(),
            organization.clientId(),
            organization.clientSecret());
  }

  @AfterAll
  static void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  static List<Probe> probes() throws IOException {
    return Probe.all();
  }

  @ParameterizedTest
  @MethodSource("probes")
  void a_statement_of_a_tool_runs(Probe probe) throws SQLException {
    assertThat(run(probe).columns).isPositive();
  }

  /** What came of a statement. */
  private record Outcome(int columns, int rows, long requests) {}

  private static Outcome run(Probe probe) throws SQLException {
    long before = requests();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(probe.sql())) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return new Outcome(rows.getMetaData().getColumnCount(), count, requests() - before);
    }
  }

  private static long requests() {
    return organization.requests().values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void the_docs_say_what_each_costs() throws IOException, SQLException {
    List<String> lines = new ArrayList<>();
    lines.add("| tool | why | statement | rows | requests |");
    lines.add("| --- | --- | --- | --- | --- |");
    for (Probe probe : Probe.all()) {
      Outcome outcome = run(probe);
      lines.add(
          GeneratedPage.row(
              List.of(
                  probe.tool(),
                  probe.why(),
                  "`" + probe.sql().replace("|", "\\|") + "`",
                  Integer.toString(outcome.rows),
                  Long.toString(outcome.requests))));
    }
    GeneratedPage page = new GeneratedPage(Files.readString(PAGE)).with("probes", lines);

    Golden.assertIsText(PAGE, page.text());
  }
}
