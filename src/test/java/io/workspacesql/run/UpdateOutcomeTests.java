package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;
import static io.workspacesql.run.WriteBench.delete;
import static io.workspacesql.run.WriteBench.rename;
import static io.workspacesql.run.WriteBench.suspend;
import static io.workspacesql.run.WriteBench.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.Change;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.run.WriteFault.Effect;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the driver makes of the values that the server shows. */
class UpdateOutcomeTests {
  private static final Change SUSPENDED =
      new Change(WORKSPACES.column("status"), true, "active", "inactive");

  private final WriteBench bench = WriteBench.of(10);
  private final FakeOrganization organization = bench.organization;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void only_the_changed_columns_are_sent() throws SQLException {
    Change cache = new Change(WORKSPACES.column("cache_enabled"), true, true, null);
    assertThat(bench.outcome(update(4, SUSPENDED, cache)).state()).isEqualTo(State.DONE);
    assertThat(bench.requests()).containsExactly("PUT 4 {status=inactive,cache_enabled=null}");
  }

  @Test
  void an_answer_with_other_values_is_not_applied() throws SQLException {
    organization.putDistortion = row -> with(row, "name", "new\u001b[31m name");
    WriteOutcome outcome = bench.outcome(rename(4, "new name"));
    assertThat(outcome.state()).isEqualTo(State.NOT_APPLIED);
    assertThat(outcome.failure()).isEqualTo(Failure.WRITE_FAILED);
    assertThat(outcome.message()).isEqualTo("name is 'new\\u001b[31m name' instead of 'new name'");
    assertThat(outcome.requestId()).isEqualTo("req-200");
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void an_answer_without_the_value_is_not_applied() throws SQLException {
    organization.putDistortion = row -> with(row, "cache_enabled", null);
    Change cache = new Change(WORKSPACES.column("cache_enabled"), false, null, true);
    WriteOutcome outcome = bench.outcome(update(4, cache));
    assertThat(outcome.state()).isEqualTo(State.NOT_APPLIED);
    assertThat(outcome.message()).isEqualTo("cache_enabled is null instead of true");
  }

  @Test
  void an_answer_for_another_workspace_is_looked_into() throws SQLException {
    organization.putDistortion = row -> with(row, "id", FakeOrganization.id(5));
    assertThat(bench.outcome(suspend(4)).state()).isEqualTo(State.DONE);
    assertThat(bench.requests()).containsExactly("PUT 4 {status=inactive}", "GET 4");
  }

  @Test
  void an_answer_with_a_tombstone_is_no_row() throws SQLException {
    organization.putDistortion = row -> with(row, "tombstone", true);
    assertThat(bench.outcome(suspend(4)).state()).isEqualTo(State.NO_ROW);
  }

  @Test
  void a_tombstone_seen_after_an_unclear_answer_is_no_row_or_a_deletion_done() throws SQLException {
    row(4).put("tombstone", true);
    organization.faults.onWrite("PUT 4", WriteFault.reset(Effect.NONE));
    organization.faults.onWrite("DELETE 4", WriteFault.reset(Effect.NONE));
    assertThat(bench.outcome(suspend(4)).state()).isEqualTo(State.NO_ROW);
    assertThat(bench.outcome(delete(4)).state()).isEqualTo(State.DONE);
    assertThat(bench.requests())
        .containsExactly("PUT 4 {status=inactive}", "GET 4", "DELETE 4", "GET 4");
  }

  @Test
  void a_row_that_is_gone_after_an_unclear_put_is_no_row() throws SQLException {
    organization.faults.onWrite("PUT 77", WriteFault.unclear(504, Effect.NONE));
    assertThat(bench.outcome(suspend(77)).state()).isEqualTo(State.NO_ROW);
  }

  @Test
  void a_404_of_the_second_delete_is_the_effect_of_the_first() throws SQLException {
    organization.faults.onWrite("DELETE 4", WriteFault.unclear(504, Effect.NONE));
    organization.beforeWrite =
        request -> {
          if (organization.requests.size() == 3) {
            organization.workspaces.remove(row(4));
          }
        };
    organization.faults.onWrite("DELETE 4", new WriteFault(WriteFault.missing(), Effect.NONE));
    WriteOutcome outcome = bench.outcome(delete(4));
    assertThat(outcome.state()).isEqualTo(State.DONE);
    assertThat(outcome.httpStatus()).isEqualTo(404);
  }

  @Test
  void values_that_somebody_else_wrote_meanwhile_are_not_overwritten() throws SQLException {
    organization.faults.onWrite("PUT 4", WriteFault.unclear(502, Effect.NONE));
    row(4).put("name", "third");
    WriteOutcome outcome = bench.outcome(rename(4, "new"));
    assertThat(outcome.state()).isEqualTo(State.UNKNOWN);
    assertThat(outcome.httpStatus()).isEqualTo(502);
    assertThat(outcome.message()).contains("neither", "name is 'third' instead of 'new'");
    assertThat(bench.requests()).containsExactly("PUT 4 {name=new}", "GET 4");
  }

  @Test
  void where_the_old_values_are_not_known_a_difference_means_not_yet() throws SQLException {
    organization.faults.onWrite("PUT 4", WriteFault.unclear(502, Effect.NONE));
    row(4).put("status", "paused");
    assertThat(bench.outcome(suspend(4)).state()).isEqualTo(State.DONE);
    assertThat(bench.valueOf(4, "status")).isEqualTo("inactive");
  }

  @Test
  void an_update_that_is_half_there_is_unknown() throws SQLException {
    Change renamed = new Change(WORKSPACES.column("name"), true, "tenant 4", "new");
    organization.faults.onWrite("PUT 4", WriteFault.unclear(500, Effect.NONE));
    row(4).put("name", "new");
    assertThat(bench.outcome(update(4, renamed, SUSPENDED)).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void a_look_that_shows_another_workspace_shows_nothing() throws SQLException {
    organization.faults.onWrite("DELETE 4", WriteFault.unclear(500, Effect.NONE));
    row(4).put("asked", FakeOrganization.id(4));
    row(4).put("id", FakeOrganization.id(44));
    assertThat(bench.outcome(delete(4)).state()).isEqualTo(State.UNKNOWN);
    assertThat(bench.requests()).hasSize(1 + Lookout.WAITS.size());
  }

  private Map<String, Object> row(int number) {
    return organization.find(FakeOrganization.id(number)).orElseThrow();
  }

  private static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
    row.put(column, value);
    return row;
  }
}
