package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.sql.time.TimestampText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of docs/types-and-time.md. */
class TypesAndTimePageTests {
  private static final Path PAGE = Path.of("docs", "types-and-time.md");
  private static final Pattern ZONE = Pattern.compile("-- timeZone=(\\S+)");
  private static final Pattern EXAMPLE = Pattern.compile("(SELECT .*;) +-- (.*)");

  static Stream<Arguments> examples() throws IOException {
    Stream.Builder<Arguments> examples = Stream.builder();
    String zone = "UTC";
    for (String line : Files.readAllLines(PAGE)) {
      Matcher inZone = ZONE.matcher(line);
      Matcher example = EXAMPLE.matcher(line);
      if (line.equals("```")) {
        zone = "UTC";
      } else if (inZone.matches()) {
        zone = inZone.group(1);
      } else if (example.matches()) {
        examples.add(arguments(zone, example.group(1), example.group(2)));
      }
    }
    return examples.build();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_returns_what_stands_behind_it(String zone, String sql, String expected)
      throws SQLException {
    PreparedPlan plan = SqlEngine.of(new PlanSettings(100, true, ZoneId.of(zone))).prepare(sql);
    ExecutionContext context =
        new ExecutionContext(
            List.of(), new RecordingRunner(List.of()), Instant.EPOCH, () -> false, 0);
    try (RowCursor cursor = plan.open(context)) {
      assertThat(cursor.next()).isTrue();
      assertThat(shown(plan.columns().get(0), cursor.row()[0], ZoneId.of(zone)))
          .isEqualTo(expected);
    }
  }

  private static String shown(ResultColumn column, Object value, ZoneId zone) {
    return column.jdbcType() == Types.TIMESTAMP
        ? TimestampText.format(EpochMicros.toInstant((Long) value), zone)
        : value.toString();
  }
}
