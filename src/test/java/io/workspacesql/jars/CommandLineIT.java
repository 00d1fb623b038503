package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar that {@code java -jar} runs. */
final class CommandLineIT {
  @Test
  void a_statement_prints_its_rows_and_ends_with_0() throws Exception {
    Outcome outcome = ForkedJava.jar(Jars.CLI, "-e", "select count(*) as tenants from workspaces");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("tenants", "1000", "(1 row)");
  }

  @Test
  void bad_sql_ends_with_1_and_a_message() throws Exception {
    Outcome outcome = ForkedJava.jar(Jars.CLI, "-e", "select nothing from nowhere");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("ERROR 42").contains("nowhere");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void it_tells_its_version() throws Exception {
    Outcome outcome = ForkedJava.jar(Jars.CLI, "--version");

    assertThat(outcome.out().strip()).matches("airbyte-workspaces-jdbc \\d+\\.\\d+\\.\\d+");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void the_tour_shows_rows_and_requests_and_ends_with_0() throws Exception {
    Outcome outcome = ForkedJava.classPath(List.of(Jars.CLI), "io.workspacesql.shell.Tour");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("Tenants per status", "active", "1 request", "/workspaces");
  }

  @Test
  void the_tour_fails_where_nothing_answers() throws Exception {
    Outcome outcome =
        ForkedJava.classPath(
            List.of(Jars.CLI), "io.workspacesql.shell.Tour", "jdbc:airbyte:http://127.0.0.1:1");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("ERROR ");
  }
}
