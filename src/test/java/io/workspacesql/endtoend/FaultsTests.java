package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that a URL asks the demo for, and the page that tells of them. */
final class FaultsTests {
  private static final Path PAGE = Path.of("docs/faults.md");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(.*?)` \\| `(.*?)` \\| (\\S+)(?: rows?)? \\| (\\d+) \\|$", Pattern.MULTILINE);

  record Claim(int number, String faults, String sql, String outcome, long requests) {}

  static List<Claim> claims() throws IOException {
    int[] number = new int[1];
    List<Claim> claims =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(
                row ->
                    new Claim(
                        number[0]++,
                        row.group(1),
                        row.group(2),
                        row.group(3),
                        Long.parseLong(row.group(4))))
            .toList();
    assertThat(claims).hasSizeGreaterThan(5);
    return claims;
  }

  @ParameterizedTest
  @MethodSource("claims")
  void what_the_page_says_of_a_fault_is_what_happens(Claim claim) throws Exception {
    String url = "jdbc:airbyte:demo:watch-" + claim.number() + "?faults=" + claim.faults();
    try (DemoOrganization organization = organization(claim);
        Connection connection = DriverManager.getConnection(url, of(organization))) {
      assertThat(outcome(connection, claim.sql())).isEqualTo(claim.outcome());
      assertThat(connection.getMetaData().getURL()).endsWith("&faults=" + claim.faults());
      long sent = organization.requests().values().stream().mapToLong(Long::longValue).sum();
      assertThat(sent).isEqualTo(claim.requests());
    }
  }

  /** Tells the organization from one that had its port before, for which there may be a token. */
  private static Properties of(DemoOrganization organization) {
    Properties properties = new Properties();
    properties.setProperty("organizationId", organization.organizationId());
    return properties;
  }

  private static DemoOrganization organization(Claim claim) throws IOException {
    DemoOptions options = DemoOptions.of("watch-" + claim.number(), 1000, 1, Duration.ZERO);
    return DemoOrganization.named(options.withFaults(FaultScript.parse(claim.faults())));
  }

  private static String outcome(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql)
          ? Integer.toString(LiveOrganization.texts(statement.getResultSet()).size())
          : Integer.toString(statement.getUpdateCount());
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 on BREW                 | Fault 1, word 3: any, a method or a path of the API is expected
          429 GET                     | Fault 1, word 2: 'on' or 'of' is expected, not 'GET'
          429 on GET; 42 on GET       | Fault 2, word 1: a status from 400 to 599, cut, reset
          429 on GET call zero        | Fault 1, word 5: a number from 1 is expected, not 'zero'
          """)
  void a_script_that_cannot_be_read_is_refused_with_the_place(String faults, String told) {
    assertThatThrownBy(
            () -> DriverManager.getConnection("jdbc:airbyte:demo:unread?faults=" + faults))
        .hasMessageStartingWith("Invalid connection property: faults cannot be read: ")
        .hasMessageContaining(told)
        .extracting("SQLState")
        .isEqualTo("08001");
  }

  @Test
  void a_real_server_has_no_faults_to_ask_for() {
    assertThatThrownBy(
            () -> DriverManager.getConnection("jdbc:airbyte://localhost:1?faults=503 on GET"))
        .hasMessageContaining("faults is for jdbc:airbyte:demo only");
  }
}
