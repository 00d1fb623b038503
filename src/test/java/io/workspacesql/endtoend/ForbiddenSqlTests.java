package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that would reach classes, files, hosts, sessions or other schemas gets no further. */
@Tag("threat-7")
final class ForbiddenSqlTests {
  private static final Path CORPUS =
      Path.of("src/test/resources/io/workspacesql/endtoend/forbidden.txt");
  private static LiveOrganization organization;
  private static Connection connection;

  @BeforeAll
  static void start() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(3);
    connection = organization.connect();
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  static Stream<List<String>> corpus() throws IOException {
    return Files.readAllLines(CORPUS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" \\| ", 2)));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void a_forbidden_statement_is_refused_and_sends_nothing(List<String> stateAndSql)
      throws SQLException {
    long before = organization.requests();
    try (Statement statement = connection.createStatement()) {
      SQLException refused =
          catchThrowableOfType(SQLException.class, () -> statement.execute(stateAndSql.get(1)));
      assertThat(refused == null ? null : refused.getSQLState())
          .as(String.valueOf(refused))
          .isEqualTo(stateAndSql.get(0));
    }
    assertThat(organization.requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.calcite.server.ServerDdlExecutor",
        "org.apache.calcite.sql.parser.babel.SqlBabelParserImpl",
        "org.apache.calcite.sql.parser.ddl.SqlDdlParserImpl"
      })
  void parts_of_the_planner_that_do_more_are_not_there(String name) {
    assertThat(catchThrowableOfType(ClassNotFoundException.class, () -> Class.forName(name)))
        .isNotNull();
  }
}
