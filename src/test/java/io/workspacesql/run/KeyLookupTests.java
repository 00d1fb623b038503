package io.workspacesql.run;

import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.filtered;
import static io.workspacesql.run.Scans.keys;
import static io.workspacesql.run.Scans.limited;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static io.workspacesql.run.Scans.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyLookupTests {
  private static final RunSettings SETTINGS = trusting(StatsTrust.NEVER);

  /** More, and pages are weighed against them. */
  private static final BoundAccess TWENTY = keys(IntStream.range(0, 20).toArray());

  private final FakeOrganization organization = FakeOrganization.of(100);

  @Test
  void one_id_is_one_request_on_the_readers_own_thread() throws SQLException {
    assertThat(read(scan(keys(7)))).containsExactly("tenant 7");
    assertThat(organization.requests).hasSize(1);
    assertThat(organization.askingThreads).containsExactly(Thread.currentThread().getName());
  }

  @Test
  void rows_come_in_the_order_of_the_ids() throws SQLException {
    assertThat(read(scan(keys(9, 3, 30, 1))))
        .containsExactly("tenant 9", "tenant 3", "tenant 30", "tenant 1");
  }

  @Test
  void many_ids_are_one_request_each() throws SQLException {
    assertThat(read(scan(TWENTY))).isEqualTo(Scans.names(0, 20));
    assertThat(organization.requests).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void an_unknown_id_and_a_tombstone_are_no_rows() throws SQLException {
    organization.workspaces.get(2).put("tombstone", true);

    assertThat(read(scan(keys(1, 2, 777)))).containsExactly("tenant 1");
  }

  @Test
  void the_filter_is_applied() throws SQLException {
    assertThat(read(filtered(keys(1, 2, 3), row -> row[0].equals("tenant 2"), Long.MAX_VALUE)))
        .containsExactly("tenant 2");
  }

  @Test
  void a_limit_asks_only_for_the_keys_it_needs() throws SQLException {
    assertThat(read(limited(TWENTY, 1, 3))).isEqualTo(Scans.names(1, 4));
    assertThat(organization.requests).hasSize(4);
  }

  @Test
  void the_first_row_asks_no_more_keys_than_may_run_at_once() throws SQLException {
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(TWENTY))) {
      cursor.next();
      assertThat(organization.requests).hasSizeLessThanOrEqualTo(8);
    }
  }

  @Test
  void several_requests_run_at_once_but_no_more_than_allowed() throws SQLException {
    CountDownLatch three = new CountDownLatch(3);
    organization.beforeAnswer = () -> awaitAll(three);
    RunSettings settings = new RunSettings(100, 1, 3, 4, false, StatsTrust.NEVER);
    try (Session session = session(organization, settings);
        Execution execution = session.begin(Duration.ZERO)) {
      drain(execution.open(scan(TWENTY)));
    }
    assertThat(organization.mostInFlight).hasValue(3);
  }

  @Test
  void another_workspace_than_the_one_asked_for_is_a_bad_answer() {
    organization.workspaces.get(5).put("asked", FakeOrganization.id(5));
    organization.workspaces.get(5).put("id", FakeOrganization.id(6));

    assertThatThrownBy(() -> read(scan(keys(5))))
        .extracting("errorCode")
        .isEqualTo(Failure.BAD_ANSWER.vendorCode());
  }

  @Test
  void a_failing_key_fails_the_reading() {
    organization.failingRequest = 15;

    assertThatThrownBy(() -> read(scan(TWENTY)))
        .extracting("errorCode")
        .isEqualTo(Failure.SERVER_UNAVAILABLE.vendorCode());
  }

  private List<Object> read(BoundScan scan) throws SQLException {
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan)) {
      return drain(cursor);
    }
  }

  private static void awaitAll(CountDownLatch latch) {
    latch.countDown();
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
