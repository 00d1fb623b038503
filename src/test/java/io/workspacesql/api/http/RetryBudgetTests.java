package io.workspacesql.api.http;

import static io.workspacesql.api.http.RetryBench.ORIGIN;
import static io.workspacesql.api.http.RetryBench.status;
import static io.workspacesql.api.http.RetryBench.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.Backoff;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An outage is met with fewer and fewer retries. */
class RetryBudgetTests {
  private final RetryBench bench = new RetryBench(Backoff.DEFAULT);

  @Test
  void an_outage_costs_a_hundred_retries_and_then_none() {
    bench.then(status(503));
    for (int i = 0; i < 200; i++) {
      assertThatThrownBy(bench::read).isInstanceOf(SQLException.class);
    }
    assertThat(bench.attempts).hasSize(200 + 100);
    assertThatThrownBy(bench::read)
        .hasMessageContaining("tried once and not again, as too many requests to this server");
  }

  @Test
  void a_timeout_costs_twice_as_much() {
    bench.then(timeout());
    for (int i = 0; i < 200; i++) {
      assertThatThrownBy(bench::read).isInstanceOf(SQLException.class);
    }
    assertThat(bench.attempts).hasSize(200 + 50);
  }

  @Test
  void each_success_gives_one_back() {
    RetryBudget budget = emptied();
    for (int i = 1; i < RetryBudget.RETRY; i++) {
      budget.giveBack(ORIGIN);
      assertThat(budget.take(ORIGIN, RetryBudget.RETRY)).isFalse();
    }
    budget.giveBack(ORIGIN);
    assertThat(budget.take(ORIGIN, RetryBudget.RETRY)).isTrue();
    assertThat(budget.take(ORIGIN, RetryBudget.RETRY)).isFalse();
  }

  @Test
  void origins_have_buckets_of_their_own() {
    assertThat(emptied().take("https://other:443", RetryBudget.RETRY)).isTrue();
  }

  @Test
  void a_bucket_holds_no_more_than_at_first_and_is_forgotten_when_full() {
    RetryBudget budget = emptied();
    for (int i = 0; i < 3 * RetryBudget.CAPACITY; i++) {
      budget.giveBack(ORIGIN);
    }
    assertThat(budget.size()).isZero();
    assertThat(budget.take(ORIGIN, RetryBudget.CAPACITY + 1)).isFalse();
  }

  private static RetryBudget emptied() {
    RetryBudget budget = new RetryBudget();
    assertThat(budget.take(ORIGIN, RetryBudget.CAPACITY)).isTrue();
    return budget;
  }
}
