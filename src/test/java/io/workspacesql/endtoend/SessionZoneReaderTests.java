package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader with a time zone of its session, as Apache Spark is: it takes instants from {@code
 * getTimestamp}, and what it pushes down is bare text in its zone. This one sits in New York.
 */
final class SessionZoneReaderTests {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT)
          .withZone(NEW_YORK);

  /** Around the hours that are skipped and that come twice in New York, and in UTC's midnight. */
  private static final List<Instant> EDGES =
      Stream.of(
              "2025-03-09T06:59:59.999999Z",
              "2025-03-09T07:00:00Z",
              "2025-11-02T04:59:59Z",
              "2025-11-02T05:30:00Z",
              "2025-11-02T07:00:00Z",
              "2026-01-01T00:00:00Z",
              "2026-01-01T05:00:00Z")
          .map(Instant::parse)
          .toList();

  private static LiveOrganization organization;

  @BeforeAll
  static void start() throws IOException {
    organization = LiveOrganization.ofSize(400);
  }

  @AfterAll
  static void stop() throws IOException {
    organization.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "local"})
  void it_gets_the_same_rows_whether_it_pushes_text_or_not(String timeZone) throws SQLException {
    try (Connection connection = organization.connect("timeZone", timeZone)) {
      Map<String, Instant> all = read(connection, "1 = 1");
      assertThat(all).hasSize(400);

      for (Instant bound : bounds(all)) {
        String text = "'" + TEXT.format(bound) + "'";
        String column = "\"created_at\"";
        check(connection, all, column + " >= " + text, at -> !at.isBefore(bound));
        check(connection, all, column + " = " + text, at -> at.equals(bound));
        check(
            connection,
            all,
            column + " < " + text + " or " + column + " is null",
            at -> at.isBefore(bound));
      }
    }
  }

  private static void check(
      Connection connection, Map<String, Instant> all, String pushed, Predicate<Instant> kept)
      throws SQLException {
    Map<String, Instant> expected = new LinkedHashMap<>(all);
    expected.values().removeIf(kept.negate());

    assertThat(read(connection, pushed)).as(pushed).isEqualTo(expected);
  }

  /** The edges, and twenty moments of the rows themselves. */
  private static List<Instant> bounds(Map<String, Instant> all) {
    List<Instant> moments = List.copyOf(all.values());
    Random random = new Random(20_261_122);
    Stream<Instant> ofRows = random.ints(20, 0, moments.size()).mapToObj(moments::get);
    return Stream.concat(EDGES.stream(), ofRows.filter(moment -> !comesTwice(moment))).toList();
  }

  /** The second of two equal clock times has no text of its own. */
  private static boolean comesTwice(Instant moment) {
    return NEW_YORK.getRules().getValidOffsets(LocalDateTime.ofInstant(moment, NEW_YORK)).size()
        > 1;
  }

  private static Map<String, Instant> read(Connection connection, String predicate)
      throws SQLException {
    String sql =
        "SELECT \"id\",\"created_at\" FROM (SELECT * FROM workspaces) SPARK_GEN_SUBQ_0 WHERE ("
            + predicate
            + ")";
    Map<String, Instant> read = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        Timestamp at = rows.getTimestamp(2);
        read.put(rows.getString(1), at.toInstant());
      }
    }
    return read;
  }
}
