package io.workspacesql.jdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.workspacesql.sql.EscapeFunctions;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTests {

  @Test
  void keywords_are_those_of_the_planners_parser() {
    assertThat(Words.KEYWORDS.split(","))
        .containsExactlyInAnyOrder(SqlParser.create("").getMetadata().getJdbcKeywords().split(","));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functions_are_those_of_the_planners_escapes_without_a_few(
      String listed, String planners, Set<String> without) {
    assertThat(listed.split(","))
        .containsExactly(
            Stream.of(planners.split(","))
                .filter(name -> !without.contains(name))
                .toArray(String[]::new));
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        arguments(EscapeFunctions.NUMERIC, SqlJdbcFunctionCall.getNumericFunctions(), Set.of()),
        arguments(EscapeFunctions.STRING, SqlJdbcFunctionCall.getStringFunctions(), Set.of()),
        arguments(
            EscapeFunctions.SYSTEM,
            SqlJdbcFunctionCall.getSystemFunctions(),
            Set.of("DATABASE", "USER")),
        arguments(
            EscapeFunctions.TIME_DATE,
            SqlJdbcFunctionCall.getTimeDateFunctions(),
            Set.of("CONVERT_TIMEZONE", "TO_TIMESTAMP")));
  }
}
