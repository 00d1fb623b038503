package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is refused, explained or pretended, and what means no row, counted by the server: never a
 * request that writes, and none at all unless the rows have to be read first.
 */
@Tag("threat-9")
final class RefusalTests {
  private static final int SIZE = 12;
  private static final String A = "00000000-0000-4000-8000-00000000000a";
  private static final String B = "00000000-0000-4000-8000-00000000000b";
  private static final String C = "00000000-0000-4000-8000-00000000000c";
  private static LiveOrganization organization;

  /** Holds the token that all others share, so that connecting sends nothing. */
  private static Connection keepToken;

  @BeforeAll
  static void start() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(SIZE);
    keepToken = organization.connect();
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    keepToken.close();
    organization.close();
  }

  /** Does what is to be refused. */
  private interface Deed {
    void on(Connection connection) throws SQLException;
  }

  /** A deed by its name. */
  private record Named(String name, String state, Deed deed) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          readOnly=true      ¦ UPDATE workspaces SET name = 'x' WHERE id = '#A'               ¦ 25006
          readOnly=true      ¦ UPDATE workspaces SET status = 'inactive' WHERE name LIKE '%a%' ¦ 25006
          readOnly=true      ¦ DELETE FROM workspaces WHERE TRUE                              ¦ 25006
          readOnly=true      ¦ INSERT INTO workspaces (name) VALUES ('x')                     ¦ 25006
          readOnly=true      ¦ INSERT INTO workspaces (name) SELECT name FROM workspaces      ¦ 25006
                             ¦ UPDATE workspaces SET name = 'x'                               ¦ 21000
                             ¦ DELETE FROM workspaces                                         ¦ 21000
                             ¦ DELETE FROM workspaces AS w -- WHERE TRUE                      ¦ 21000
          maxAffectedRows=2  ¦ UPDATE workspaces SET name = 'x' WHERE id IN ('#A', '#B', '#C') ¦ 53400
          maxAffectedRows=2  ¦ DELETE FROM workspaces WHERE id IN ('#A', '#B', '#C')          ¦ 53400
          maxAffectedRows=2  ¦ INSERT INTO workspaces (name) VALUES ('x'), ('y'), ('z')       ¦ 53400
                             ¦ UPDATE workspaces SET nope = 'x' WHERE id = '#A'               ¦ 42S22
                             ¦ UPDATE workspaces SET name = 'x' WHERE nope = '#A'             ¦ 42S22
                             ¦ UPDATE workspaces SET name = 'x', NAME = 'y' WHERE id = '#A'   ¦ 42701
                             ¦ INSERT INTO workspaces (name, nope) VALUES ('x', 'y')          ¦ 42S22
                             ¦ UPDATE workspaces SET id = '#B' WHERE id = '#A'                ¦ 42808
                             ¦ UPDATE workspaces SET updated_at = CURRENT_TIMESTAMP WHERE TRUE ¦ 42808
                             ¦ UPDATE workspaces SET tombstone = TRUE WHERE TRUE              ¦ 42808
                             ¦ INSERT INTO workspaces (id, name) VALUES ('#A', 'x')           ¦ 42808
                             ¦ UPDATE workspaces SET name = NULL WHERE TRUE                   ¦ 23502
                             ¦ UPDATE workspaces SET name = '' WHERE TRUE                     ¦ 22023
                             ¦ UPDATE workspaces SET name = TRIM('  ') WHERE TRUE             ¦ 22023
                             ¦ UPDATE workspaces SET name = U&'a\\D800b' WHERE TRUE           ¦ 22021
                             ¦ UPDATE workspaces SET name = 'a' || U&'\\DC00' WHERE id = '#A' ¦ 22021
                             ¦ INSERT INTO workspaces (status) VALUES ('active')              ¦ 23502
                             ¦ INSERT INTO workspaces (name) VALUES (NULL)                    ¦ 23502
                             ¦ INSERT INTO workspaces (name) VALUES ('')                      ¦ 22023
                             ¦ INSERT INTO workspaces (name) VALUES ('x'), (U&'\\D800')       ¦ 22021
                             ¦ UPDATE workspaces SET status = NULL WHERE TRUE                 ¦ 23502
                             ¦ UPDATE workspaces SET status = 'Active' WHERE TRUE             ¦ 22023
                             ¦ UPDATE workspaces SET status = 'deleted' WHERE id = '#A'       ¦ 22023
                             ¦ UPDATE workspaces SET name = UPPER(name), status = 'x' WHERE TRUE ¦ 22023
                             ¦ UPDATE workspaces SET name = NULL, status = LOWER(status) WHERE TRUE ¦ 23502
                             ¦ INSERT INTO workspaces (name, status) VALUES ('x', 'paused')   ¦ 22023
                             ¦ INSERT INTO workspaces (name) VALUES ('x', 'y')                ¦ 42601
                             ¦ INSERT INTO workspaces (name) SELECT name, id FROM workspaces  ¦ 42601
                             ¦ UPDATE nope SET name = 'x' WHERE TRUE                          ¦ 42S02
                             ¦ DELETE FROM driver.requests WHERE TRUE                         ¦ 0A000
                             ¦ MERGE INTO workspaces AS w USING workspaces AS x ON w.id = x.id WHEN MATCHED THEN UPDATE SET name = 'x' ¦ 0A000
                             ¦ TRUNCATE TABLE workspaces                                      ¦ 0A000
                             ¦ CREATE TABLE t (a INT)                                         ¦ 0A000
                             ¦ ALTER TABLE workspaces ADD COLUMN a INT                        ¦ 0A000
                             ¦ DROP TABLE workspaces                                          ¦ 0A000
                             ¦ DELETE FROM workspaces WHERE id = '#A'; DELETE FROM workspaces WHERE id = '#B' ¦ 0A000
                             ¦ DELETE FROM workspaces WHERE id = ?                            ¦ 07001
                             ¦ SELECT id FROM workspaces                                      ¦ 0A000
          """)
  void what_can_be_refused_at_once_sends_nothing(String property, String sql, String state)
      throws SQLException {
    Deed update = update(sql.replace("#A", A).replace("#B", B).replace("#C", C));
    assertThat(requestsOf(property, state, update)).isEqualTo(Sent.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          maxAffectedRows=2 ¦ UPDATE workspaces SET status = 'inactive' WHERE TRUE            ¦ 53400
          maxAffectedRows=2 ¦ DELETE FROM workspaces WHERE created_at > TIMESTAMP '1970-01-01 00:00:00' ¦ 53400
          maxAffectedRows=2 ¦ INSERT INTO workspaces (name) SELECT name || '!' FROM workspaces ¦ 53400
                            ¦ UPDATE workspaces SET status = UPPER(status) WHERE TRUE         ¦ 22023
                            ¦ UPDATE workspaces SET name = SUBSTRING(name FROM 1 FOR 0) WHERE TRUE ¦ 22023
                            ¦ UPDATE workspaces SET name = name || U&'\\D800' WHERE TRUE      ¦ 22021
                            ¦ UPDATE workspaces SET name = NULLIF(name, name) WHERE TRUE      ¦ 23502
                            ¦ INSERT INTO workspaces (name, status) SELECT name, name FROM workspaces ¦ 22023
          """)
  void what_is_refused_for_its_rows_is_refused_before_any_is_written(
      String property, String sql, String state) throws SQLException {
    assertThat(requestsOf(property, state, update(sql))).isEqualTo(Sent.READS);
  }

  static Stream<Named> calls() {
    return Stream.of(
        new Named("setReadOnly", "25006", RefusalTests::updateAfterSetReadOnly),
        new Named(
            "executeQuery of an UPDATE",
            "02000",
            query("UPDATE workspaces SET name = 'x' WHERE TRUE")),
        new Named(
            "executeQuery of a DELETE",
            "02000",
            query("DELETE FROM workspaces WHERE id = '" + A + "'")),
        new Named(
            "executeQuery of an INSERT",
            "02000",
            query("INSERT INTO workspaces (name) VALUES ('x')")),
        new Named("a query in a batch", "0A000", RefusalTests::addQueryToBatch),
        new Named("an unset parameter", "07001", prepared("DELETE FROM workspaces WHERE id = ?")),
        new Named(
            "one of two set",
            "07001",
            prepared("UPDATE workspaces SET name = ? WHERE id = ?", "x")),
        new Named("one too many", "07009", prepared("DELETE FROM workspaces WHERE id = ?", A, B)),
        new Named(
            "a NULL name",
            "23502",
            prepared("UPDATE workspaces SET name = ? WHERE TRUE", (Object) null)),
        new Named(
            "an empty name", "22023", prepared("INSERT INTO workspaces (name) VALUES (?)", "")),
        new Named(
            "a half pair",
            "22021",
            prepared("UPDATE workspaces SET name = ? WHERE id = ?", "a\uD83D", A)),
        new Named(
            "a half pair to insert",
            "22021",
            prepared("INSERT INTO workspaces (name) VALUES (?)", "\uDE00a")),
        new Named(
            "a half pair in the text",
            "22021",
            update("UPDATE workspaces SET name = '\uD83D' WHERE TRUE")),
        new Named(
            "a bad status",
            "22023",
            prepared("UPDATE workspaces SET status = ? WHERE TRUE", "gone")),
        new Named("no generated key", "22023", RefusalTests::insertForAnotherKey));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void what_a_call_gets_wrong_sends_nothing(Named call) throws SQLException {
    assertThat(requestsOf(null, call.state(), call.deed())).isEqualTo(Sent.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          UPDATE workspaces SET name = 'x' WHERE id = ?             ¦ NOTHING
          UPDATE workspaces SET name = 'x' WHERE id IN (?)          ¦ NOTHING
          UPDATE workspaces SET name = 'x' WHERE status = ?         ¦ NOTHING
          UPDATE workspaces SET name = UPPER(name) WHERE name = ?   ¦ NOTHING
          DELETE FROM workspaces WHERE name LIKE ?                  ¦ NOTHING
          DELETE FROM workspaces WHERE id = ? AND status = 'active' ¦ NOTHING
          DELETE FROM workspaces WHERE name <> ?                    ¦ READS
          DELETE FROM workspaces WHERE NOT (name = ?)               ¦ READS
          DELETE FROM workspaces WHERE name NOT IN ('x', ?)         ¦ READS
          """)
  void a_null_parameter_means_no_row(String sql, Sent sent) throws SQLException {
    assertThat(
            sentBy(
                Map.of(),
                connection -> {
                  try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setString(1, null);
                    assertThat(statement.executeUpdate()).isZero();
                  }
                }))
        .isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE workspaces SET status = 'inactive' WHERE id = '" + A + "'",
        "UPDATE workspaces SET name = 'a' || 'b' WHERE id IN ('" + A + "', '" + B + "')",
        "UPDATE workspaces SET name = 'x' WHERE id = 'no uuid'",
        "DELETE FROM workspaces WHERE id = '" + A + "'",
        "DELETE FROM workspaces WHERE 1 = 0",
        "INSERT INTO workspaces (name) VALUES ('x')",
        "INSERT INTO workspaces (name, status, cache_enabled) VALUES ('x', 'inactive', TRUE), ('y', NULL, NULL)"
      })
  void explaining_or_pretending_what_names_its_rows_sends_nothing(String sql) throws SQLException {
    assertThat(pretended(sql)).isEqualTo(Sent.NOTHING);
    assertThat(explained(sql)).isEqualTo(Sent.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE workspaces SET status = 'inactive' WHERE status = 'active'",
        "UPDATE workspaces SET name = UPPER(name) WHERE TRUE",
        "DELETE FROM workspaces WHERE name LIKE '%a%'",
        "DELETE FROM workspaces WHERE id IN (SELECT id FROM workspaces WHERE status = 'inactive')",
        "INSERT INTO workspaces (name) SELECT name || ' 2' FROM workspaces"
      })
  void explaining_or_pretending_anything_else_only_reads(String sql) throws SQLException {
    assertThat(pretended(sql)).isEqualTo(Sent.READS);
    assertThat(explained(sql)).isEqualTo(Sent.READS);
  }

  /** What the server got to see. */
  private enum Sent {
    NOTHING,
    READS,
    WRITES
  }

  private static Sent pretended(String sql) throws SQLException {
    return sentBy(
        Map.of("dryRun", "true"),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            statement.addBatch(sql);
            statement.executeBatch();
          }
        });
  }

  private static Sent explained(String sql) throws SQLException {
    return sentBy(
        Map.of(), connection -> LiveOrganization.rows(connection, "EXPLAIN PLAN FOR " + sql));
  }

  private static Sent requestsOf(String property, String state, Deed deed) throws SQLException {
    String[] setting = property == null ? new String[0] : property.split("=");
    return sentBy(
        property == null ? Map.of() : Map.of(setting[0], setting[1]),
        connection -> {
          SQLException refusal =
              catchThrowableOfType(SQLException.class, () -> deed.on(connection));
          assertThat((Throwable) refusal).isNotNull();
          assertThat(refusal.getSQLState()).as("%s", refusal).isEqualTo(state);
        });
  }

  private static Sent sentBy(Map<String, String> properties, Deed deed) throws SQLException {
    String[] flat =
        properties.entrySet().stream()
            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
            .toArray(String[]::new);
    try (Connection connection = organization.connect(flat)) {
      long writes = writes();
      long all = organization.requests();
      deed.on(connection);
      if (writes() > writes) {
        return Sent.WRITES;
      }
      return organization.requests() > all ? Sent.READS : Sent.NOTHING;
    }
  }

  private static long writes() {
    return Stream.of(
            "PUT /workspaces/{workspace_id}",
            "DELETE /workspaces/{workspace_id}",
            "POST /account/applications/scoped-token")
        .mapToLong(organization::requests)
        .sum();
  }

  private static Deed update(String sql) {
    return connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(sql);
      }
    };
  }

  private static Deed query(String sql) {
    return connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.executeQuery(sql);
      }
    };
  }

  private static Deed prepared(String sql, Object... parameters) {
    return connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        statement.executeUpdate();
      }
    };
  }

  private static void updateAfterSetReadOnly(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    update("UPDATE workspaces SET name = 'x' WHERE id = '" + A + "'").on(connection);
  }

  private static void addQueryToBatch(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("DELETE FROM workspaces WHERE id = '" + A + "'");
      statement.addBatch("SELECT id FROM workspaces");
    }
  }

  private static void insertForAnotherKey(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO workspaces (name) VALUES ('x')", List.of("nope").toArray(String[]::new));
    }
  }
}
