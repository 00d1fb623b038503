package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows whose frame ends at a distance from the row's key: the rows whose keys are so near. */
final class RangeWindowTests {
  private static final String KEYS =
      "(VALUES ('a', 1), ('b', 2), ('c', 3), ('d', 10), ('n', CAST(NULL AS INTEGER)),"
          + " ('m', CAST(NULL AS INTEGER))) AS t (x, k)";

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:airbyte:demo:windows?workspaces=3");
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  private static String counts(String frame, String keys) throws SQLException {
    String window = "COUNT(*) OVER (ORDER BY " + frame + ")";
    return String.join(
        " ",
        LiveOrganization.rows(
            connection,
            "SELECT x || " + "CAST(" + window + " AS VARCHAR) FROM " + keys + " ORDER BY x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k RANGE 1 PRECEDING                                   | a1 b2 c2 d1 m2 n2",
        "k DESC RANGE 1 PRECEDING                              | a2 b2 c1 d1 m2 n2",
        "k RANGE BETWEEN CURRENT ROW AND 1 FOLLOWING           | a2 b2 c1 d1 m2 n2",
        "k RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING           | a2 b3 c2 d1 m2 n2",
        "k DESC RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING      | a2 b3 c2 d1 m2 n2",
        "k NULLS FIRST RANGE BETWEEN 7 PRECEDING AND CURRENT ROW | a1 b2 c3 d2 m2 n2",
        "k DESC NULLS LAST RANGE BETWEEN 7 PRECEDING AND CURRENT ROW | a3 b2 c2 d1 m2 n2",
        "COALESCE(k, 4) RANGE BETWEEN 7 PRECEDING AND 1 PRECEDING | a0 b1 c2 d3 m3 n3",
        "k RANGE UNBOUNDED PRECEDING                           | a1 b2 c3 d4 m6 n6"
      })
  void it_counts_the_rows_that_are_so_near(String frame, String expected) throws SQLException {
    assertThat(counts(frame, KEYS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k RANGE INTERVAL '1' DAY PRECEDING      | a1 b2 c1 n1",
        "k DESC RANGE INTERVAL '1' DAY PRECEDING | a2 b1 c1 n1",
      })
  void it_measures_days(String frame, String expected) throws SQLException {
    String keys =
        "(VALUES ('a', TIMESTAMP '2024-01-01 10:00:00'), ('b', TIMESTAMP '2024-01-02 10:00:00'),"
            + " ('c', TIMESTAMP '2024-01-03 10:00:01'), ('n', CAST(NULL AS TIMESTAMP)))"
            + " AS t (x, k)";
    assertThat(counts(frame, keys)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAST(k AS DECIMAL(5, 1)) RANGE 1 PRECEDING",
        "DATE '2024-01-01' DESC RANGE INTERVAL '1' DAY PRECEDING",
        "k RANGE BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING",
        "k RANGE BETWEEN 7 PRECEDING AND 1 PRECEDING"
      })
  void what_it_cannot_count_is_refused(String frame) {
    assertThatThrownBy(() -> counts(frame, KEYS))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("0A000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"LAG(x, 1, NULL) | null 1 2", "LEAD(x, 1, NULL) | 2 3 null", "LAG(x, 2, 0) | 0 0 1"})
  void a_neighbour_that_is_missing_is_the_default(String call, String expected)
      throws SQLException {
    String sql = "SELECT " + call + " OVER (ORDER BY x) FROM (VALUES 1, 2, 3) AS t (x)";
    assertThat(String.join(" ", LiveOrganization.rows(connection, sql))).isEqualTo(expected);
  }
}
