package io.workspacesql.jdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTests {

  @ParameterizedTest
  @CsvSource({
    "%, '', true",
    "'', '', true",
    "'', a, false",
    "a, a, true",
    "A_C, abc, true",
    "a_c, ac, false",
    "%c, abc, true",
    "a%, abc, true",
    "%b%, abc, true",
    "a%b%c, aXbXbXc, true",
    "a%b%c, aXbXbX, false",
    "a\\_c, a_c, true",
    "a\\_c, abc, false",
    "a\\%, a%, true",
    "a\\%, ab, false",
    "%\\_%, a_b, true",
    "a\\, a\\, true",
    "a\\\\b, a\\b, true",
    "___, ab, false"
  })
  void a_pattern_matches_as_jdbc_says(String pattern, String name, boolean matches) {
    assertThat(NamePattern.matches(pattern, name)).isEqualTo(matches);
  }

  @Test
  void no_pattern_matches_everything() {
    assertThat(NamePattern.matches(null, "anything")).isTrue();
  }

  @Test
  void many_percent_signs_take_no_time() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(NamePattern.matches("%a".repeat(60) + "b", "a".repeat(5000))).isFalse());
  }
}
