package io.workspacesql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private FakeDatabase database;

  @BeforeEach
  void start() throws SQLException {
    database = FakeDatabase.start();
  }

  @AfterEach
  void stop() throws SQLException {
    database.close();
  }

  @Test
  void statements_run_in_order_and_their_rows_are_printed() throws IOException {
    int status = run("", FakeDatabase.URL, "-e", "select 1; select 2", "-e", "select 3");

    assertThat(status).isZero();
    assertThat(database.executed).containsExactly("select 1", "select 2", "select 3");
    assertThat(text(out)).contains(" select 1 | 1", " select 2 | 2", " select 3 | 3");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void the_first_failure_ends_the_run_with_1_and_a_safe_message() throws IOException {
    int status = run("", FakeDatabase.URL, "-e", "select 1; bad; select 2");

    assertThat(status).isEqualTo(1);
    assertThat(database.executed).containsExactly("select 1", "bad");
    assertThat(text(err)).isEqualToNormalizingNewlines("ERROR 42601: no\\u{1B} such thing\n");
    assertThat(text(out)).contains(" select 1 | 1");
  }

  @Test
  void the_connection_is_closed_after_a_failure() throws IOException {
    run("", FakeDatabase.URL, "-e", "bad");

    assertThat(database.openConnections).isZero();
  }

  @Test
  void an_url_that_no_driver_takes_fails_with_1() throws IOException {
    assertThat(run("", "jdbc:nobody:", "-e", "select 1")).isEqualTo(1);
    assertThat(text(err)).startsWith("ERROR 08001");
  }

  @Test
  void statements_come_from_standard_input_when_there_is_no_terminal() throws IOException {
    assertThat(run("select 'ß';\nselect 2\n", FakeDatabase.URL)).isZero();
    assertThat(database.executed).containsExactly("select 'ß'", "select 2");
  }

  @Test
  void credentials_and_properties_reach_the_driver() throws IOException {
    run("", FakeDatabase.URL, "-n", "me", "-p", "secret", "-D", "a=b=c", "-e", "select 1");

    assertThat(database.connectedWith)
        .containsEntry("user", "me")
        .containsEntry("password", "secret")
        .containsEntry("a", "b=c");
  }

  @Test
  void what_is_not_given_is_not_sent_either() throws IOException {
    run("", FakeDatabase.URL, "-e", "select 1");

    assertThat(database.connectedWith).isEmpty();
  }

  @Test
  void csv_is_printed_when_asked_for() throws IOException {
    run("", FakeDatabase.URL, "--format", "csv", "-e", "select 1");

    assertThat(text(out)).isEqualTo("name,n\nselect 1,1\n");
  }

  @Test
  void a_write_tells_its_count() throws IOException {
    run("", FakeDatabase.URL, "-e", "update");

    assertThat(text(out)).isEqualToNormalizingNewlines("3 rows changed\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "sheet"})
  void the_count_of_a_write_is_not_among_the_rows_for_programs(String format) throws IOException {
    run("", FakeDatabase.URL, "--format", format, "-e", "update; select 1");

    assertThat(text(err)).isEqualToNormalizingNewlines("3 rows changed\n");
    assertThat(text(out)).doesNotContain("changed");
  }

  @Test
  void a_sheet_is_printed_when_asked_for() throws IOException {
    run("", FakeDatabase.URL, "--format", "Sheet", "-e", "=1");

    assertThat(text(out)).isEqualTo("name,n\r\n'=1,1\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-e", "-n", "--nonsense", "demo", "-D nothing", "--format xml"})
  void wrong_usage_ends_with_2_and_says_what_is_wrong(String words) throws IOException {
    assertThat(run("", words.split(" ", -1))).isEqualTo(2);
    assertThat(text(err)).contains("--help");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void two_urls_are_one_too_many() throws IOException {
    assertThat(run("", FakeDatabase.URL, FakeDatabase.URL)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version"})
  void information_needs_no_connection(String option) throws IOException {
    assertThat(run("", option)).isZero();
    assertThat(text(out)).contains("airbyte-workspaces-jdbc");
    assertThat(database.connectedWith).isNull();
  }

  private int run(String input, String... words) throws IOException {
    try (PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8)) {
      byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
      return new Shell(outStream, errStream).run(List.of(words), new ByteArrayInputStream(bytes));
    }
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
