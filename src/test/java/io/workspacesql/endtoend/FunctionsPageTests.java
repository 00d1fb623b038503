package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of docs/functions.md returns what stands behind it. */
@Tag("threat-7")
final class FunctionsPageTests {
  private static final Pattern EXAMPLE = Pattern.compile("(SELECT .*;) +-- (.*)");
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:airbyte:demo:functions?workspaces=3");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  static Stream<Arguments> examples() throws IOException {
    return Files.readAllLines(Path.of("docs/functions.md")).stream()
        .map(EXAMPLE::matcher)
        .filter(Matcher::matches)
        .map(example -> Arguments.of(example.group(1), example.group(2)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_returns_what_stands_behind_it(String sql, String expected) throws SQLException {
    assertThat(LiveOrganization.rows(connection, sql).get(0)).isEqualTo(expected);
  }
}
