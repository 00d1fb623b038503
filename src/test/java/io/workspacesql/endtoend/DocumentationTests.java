package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages under docs/ tell people to type works on the demo organization. */
final class DocumentationTests {
  private static final Pattern SQL =
      Pattern.compile("^```sql\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\((?!https:|#)([^)#]+)[^)]*\\)");

  private static final Pattern RUN_WITH = Pattern.compile("<!-- run with: (.*) -->");

  private static final Pattern COSTED =
      Pattern.compile(SQL.pattern() + "\\n\\n(\\d+) requests?(?:, (\\d+) rows?)?:", SQL.flags());

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void each_statement_of_a_page_runs_in_the_order_of_the_page(Path page) throws Exception {
    String organization = page.toString().replaceAll("\\W", "-");
    try (Connection connection =
            DriverManager.getConnection("jdbc:airbyte:demo:" + organization + properties(page));
        Statement statement = connection.createStatement()) {
      for (String sql : statements(page)) {
        assertThatCode(() -> run(statement, sql)).as(sql).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void each_statement_for_reports_costs_what_the_page_says() throws Exception {
    Path page = Path.of("docs", "reporting.md");
    List<MatchResult> costed = COSTED.matcher(text(page)).results().toList();
    assertThat(costed).hasSameSizeAs(statements(page));
    try (Connection connection = DriverManager.getConnection("jdbc:airbyte:demo:reporting");
        Statement statement = connection.createStatement()) {
      for (MatchResult told : costed) {
        int before = requests(statement);
        int rows = run(statement, told.group(1));
        assertThat(requests(statement) - before)
            .as(told.group(1))
            .isEqualTo(Integer.parseInt(told.group(2)));
        assertThat(told.group(3)).as(told.group(1)).isIn(null, Integer.toString(rows));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void each_link_of_a_page_leads_to_a_file(Path page) throws IOException {
    Matcher links = LINK.matcher(text(page));
    assertThat(links.results().map(link -> page.resolveSibling(link.group(1))))
        .allSatisfy(file -> assertThat(file).isRegularFile());
  }

  @Test
  void every_tool_with_a_page_stands_in_the_table_of_clients() throws IOException {
    String table = text(Path.of("docs", "clients.md"));
    assertThat(pages())
        .filteredOn(page -> page.getParent().endsWith("tools"))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(table).contains("](tools/" + page.getFileName() + ")"));
  }

  /** What a page needs allowed, as the URL says it. */
  private static String properties(Path page) throws IOException {
    Matcher properties = RUN_WITH.matcher(text(page));
    return properties.find() ? "?" + properties.group(1) : "";
  }

  /** Its rows, all read. */
  private static int run(Statement statement, String sql) throws Exception {
    int rows = 0;
    statement.execute(sql);
    while (statement.getResultSet() != null && statement.getResultSet().next()) {
      statement.getResultSet().getObject(1);
      rows++;
    }
    return rows;
  }

  private static int requests(Statement statement) throws Exception {
    try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM driver.requests")) {
      count.next();
      return count.getInt(1);
    }
  }

  /** A statement ends with a semicolon at the end of a line, or with its block. */
  private static List<String> statements(Path page) throws IOException {
    List<String> statements = new ArrayList<>();
    for (String block : SQL.matcher(text(page)).results().map(found -> found.group(1)).toList()) {
      statements.addAll(List.of(block.split(";\\s*\\n")));
    }
    return statements;
  }

  private static String text(Path page) throws IOException {
    return Files.readString(page, StandardCharsets.UTF_8);
  }
}
