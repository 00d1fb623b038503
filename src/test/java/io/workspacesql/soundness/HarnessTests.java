package io.workspacesql.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle says what SQL means, and the search for differences finds them. */
class HarnessTests {
  private static Server server;

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    server = Server.start(Organization.TEN);
  }

  @AfterAll
  static void stopServer() throws IOException, SQLException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT(LIKE('a\\u000ab', 'a'))",
        "LIKE('a\\u000ab', 'a_b')",
        "LIKE('\\ud83d\\ude80', '_')",
        "LIKE('a\\\\b', 'a\\\\b')",
        "NOT(LIKE('a%', 'a\\\\%'))",
        "NOT(LIKE('ab', 'a\\\\%'))",
        "LIKE_ESCAPE('a%', 'a!%', '!')",
        "NOT(LIKE_ESCAPE('ab', 'a!%', '!'))",
        "NOT(LIKE_ESCAPE('ab', '%%', '%'))",
        "ILIKE('KELVIN', 'kelvin')",
        "NOT(ILIKE('\\u212aelvin', 'kelvin'))",
        "EQUAL(UPPER('stra\u00dfe'), 'STRASSE')",
        "EQUAL(LOWER('I'), 'i')",
        "NOT(EQUAL('a', 'a '))",
        "IS_UNKNOWN(EQUAL('a', NULL_TEXT))",
        "IS_UNKNOWN(AND(TRUE, NULL_TRUTH))",
        "IS_FALSE(AND(FALSE, NULL_TRUTH))",
        "IS_TRUE(OR(NULL_TRUTH, TRUE))",
        "IS_UNKNOWN(NOT(NULL_TRUTH))",
        "IS_UNKNOWN(IN('a', 'b', NULL_TEXT))",
        "IS_TRUE(IN('a', 'a', NULL_TEXT))",
        "IS_FALSE(NOT_IN('a', 'a', NULL_TEXT))",
        "IS_FALSE(BETWEEN('c', NULL_TEXT, 'b'))",
        "IS_UNKNOWN(BETWEEN('a', NULL_TEXT, 'b'))",
        "IS_NOT_DISTINCT(NULL_TEXT, NULL_TEXT)",
        "IS_DISTINCT('a', NULL_TEXT)",
        "IS_NULL(NULLIF('a', 'a'))",
        "EQUAL(COALESCE(NULL_TEXT, 'a'), 'a')",
        "EQUAL(CASE_WHEN(NULL_TRUTH, 'a', 'b'), 'b')",
        "EQUAL(POSITION('', 'a'), 1)",
        "LESS('B', 'a')",
        "LESS(@2024-01-01T00:00:00Z, @2024-01-01T00:00:00.000001Z)"
      })
  void the_oracle_finds_true(String condition) {
    Case known = Notation.parse("TEN ALL [] " + condition + " TRUE 0 0 {}");

    assertThat(known.query().where().value(new Scope(null, List.of(), null))).isEqualTo(true);
  }

  static Stream<Case> cases() {
    Cases cases = new Cases(Organization.TEN, server);
    return Stream.iterate(0, seed -> seed + 1).limit(300).map(seed -> cases.of(seed));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_case_survives_its_notation(Case generated) {
    assertThat(Notation.parse(generated.toString())).isEqualTo(generated);
  }

  @Test
  void the_same_seed_gives_the_same_case() {
    Cases cases = new Cases(Organization.TEN, server);

    assertThat(cases.of(7)).isEqualTo(cases.of(7)).isNotEqualTo(cases.of(8));
  }

  @Test
  void a_lost_row_a_surplus_row_and_a_wrong_order_are_differences() {
    List<Object> one = List.of(1);
    List<Object> two = List.of(2);
    Answer both = Answer.bag(List.of(one, two));

    assertThat(both.difference(List.of(two, one))).isEmpty();
    assertThat(both.difference(List.of(one))).contains("missing [[2]]");
    assertThat(both.difference(List.of(one, two, two))).contains("too many [[2]]");
    assertThat(Answer.sequence(List.of(one, two)).difference(List.of(two, one))).isNotEmpty();
    assertThat(Answer.some(List.of(one, two), 1).difference(List.of(two))).isEmpty();
    assertThat(Answer.some(List.of(one, two), 1).difference(List.of(List.of(3)))).isNotEmpty();
  }

  @Test
  void a_query_that_the_driver_refuses_is_a_difference() {
    Case refused = Notation.parse("TEN ALL [] EQUAL(name, 5) TRUE 0 0 {}");

    assertThat(new Comparison(server, Organization.TEN).difference(refused))
        .hasValueSatisfying(difference -> assertThat(difference.kind()).startsWith("42"));
  }

  @Test
  void a_case_shrinks_to_what_makes_it_fail() {
    Case failing =
        Notation.parse(
            "TEN WITH [id] OR(LIKE(name, ?0_TEXT), AND(IS_NULL(color), EQUAL(name, 'xxabc'))) TRUE"
                + " 3 4 {STRING 'abc'} {STRING NULL_TEXT}");
    Function<Case, Optional<Difference>> check =
        tried ->
            tried.query().toString().contains("IS_NULL")
                ? Optional.of(new Difference("rows", "planted"))
                : Optional.empty();

    assertThat(Shrinking.shrink(failing, check))
        .hasToString("TEN ALL [id] IS_NULL(color) TRUE 3 4 {}");
  }
}
