package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.plan.PlanSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions with too few arguments, too many, or such of another type: no defect comes out. */
@Tag("threat-8")
final class ArgumentTests {
  private static final int MOST_ARGUMENTS = 4;
  private static final List<String> ARGUMENTS =
      List.of("'a'", "1.5", "NULL", "X'00'", "DATE '2026-01-01'", "?", "MONTH");

  private final SqlEngine engine = SqlEngine.of(new PlanSettings(100, true, ZoneOffset.UTC));

  static Stream<String> calls() {
    Stream<String> escapes =
        Stream.of(
                EscapeFunctions.NUMERIC,
                EscapeFunctions.STRING,
                EscapeFunctions.SYSTEM,
                EscapeFunctions.TIME_DATE)
            .flatMap(names -> Stream.of(names.split(",")))
            .map(name -> "{fn " + name + "(%s)}");
    return Stream.concat(
        escapes, Vocabulary.FUNCTIONS.stream().sorted().map(name -> name + "(%s)"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void no_number_or_type_of_arguments_is_a_defect(String call) {
    List<String> defects = new ArrayList<>();
    for (String argument : ARGUMENTS) {
      for (int number = 0; number <= MOST_ARGUMENTS; number++) {
        String arguments = String.join(", ", Collections.nCopies(number, argument));
        String sql = "SELECT " + call.replace("%s", arguments) + " FROM workspaces";
        if (state(sql).equals("XX000")) {
          defects.add(sql);
        }
      }
    }
    assertThat(defects).isEmpty();
  }

  private String state(String sql) {
    try {
      engine.prepare(sql, Planning.within(Duration.ofMinutes(1)));
      return "fine";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
