package io.workspacesql.jdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.Test;

class WordsTests {

  @Test
  void keywords_are_those_of_the_planners_parser() {
    assertThat(Words.KEYWORDS.split(","))
        .containsExactlyInAnyOrder(SqlParser.create("").getMetadata().getJdbcKeywords().split(","));
  }

  @Test
  void functions_are_those_of_the_planners_escapes() {
    assertThat(Words.NUMERIC).isEqualTo(SqlJdbcFunctionCall.getNumericFunctions());
    assertThat(Words.STRING).isEqualTo(SqlJdbcFunctionCall.getStringFunctions());
    assertThat(Words.SYSTEM).isEqualTo(SqlJdbcFunctionCall.getSystemFunctions());
    assertThat(Words.TIME_DATE).isEqualTo(SqlJdbcFunctionCall.getTimeDateFunctions());
  }
}
