package io.workspacesql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCostTests {

  @ParameterizedTest(name = "{0} rows on pages of {1}: {2} requests")
  @CsvSource({
    "0, 100, 1",
    "1, 100, 1",
    "100, 100, 1",
    "101, 100, 2",
    "7, 1, 7",
    "9223372036854775807, 100, 92233720368547759"
  })
  void a_walk_costs_a_request_per_page_begun(long rows, int pageSize, long requests) {
    assertThat(RequestCost.ofWalk(rows, pageSize)).isEqualTo(requests);
  }
}
