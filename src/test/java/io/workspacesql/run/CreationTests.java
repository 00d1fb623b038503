package io.workspacesql.run;

import static io.workspacesql.run.WriteBench.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteReport;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.run.WriteFault.Effect;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** INSERT: look for the name, mint, ask the token's workspace, one PUT for the rest. */
class CreationTests {
  private static final WriteTask SUSPENDED = create("new", WorkspaceStatus.INACTIVE, null);

  private final WriteBench bench = WriteBench.of(150);
  private final FakeOrganization organization = bench.organization;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void a_name_alone_takes_three_requests() throws SQLException {
    WriteOutcome outcome = bench.outcome(create("new"));
    assertThat(outcome.state()).isEqualTo(State.DONE);
    assertThat(outcome.id()).isEqualTo(createdId("new"));
    assertThat(bench.requests()).containsExactly("LIST", "POST new", "info new");
    assertThat(organization.lists.get(0).nameContains()).isEqualTo("new");
  }

  @Test
  void what_is_given_beside_the_name_is_set_by_one_put() throws SQLException {
    WriteOutcome outcome = bench.outcome(create("new", WorkspaceStatus.INACTIVE, true));
    assertThat(outcome.state()).isEqualTo(State.DONE);
    assertThat(outcome.id()).isEqualTo(createdId("new"));
    assertThat(bench.requests())
        .containsExactly(
            "LIST", "POST new", "info new", "PUT 150 {status=inactive,cache_enabled=true}");
  }

  @Test
  void an_existing_name_is_a_duplicate_and_nothing_is_written() throws SQLException {
    // "tenant 1" is a piece of 61 names; pages of 100 hold them all, of which one is equal.
    WriteReport report = bench.write(create("tenant 1"), create("other"));
    WriteOutcome outcome = report.outcomes().get(0);
    assertThat(outcome.state()).isEqualTo(State.FAILED);
    assertThat(outcome.failure()).isEqualTo(Failure.DUPLICATE);
    assertThat(outcome.message()).contains("'tenant 1'", FakeOrganization.id(1));
    assertThat(report.outcomes().get(1).state()).isEqualTo(State.NOT_TRIED);
    assertThat(bench.requests()).containsExactly("LIST");
  }

  @Test
  void the_name_is_looked_for_to_the_last_page() throws SQLException {
    organization.workspaces.forEach(row -> row.put("name", "x" + row.get("name")));
    organization.workspaces.get(149).put("name", "x");
    assertThat(bench.outcome(create("x")).failure()).isEqualTo(Failure.DUPLICATE);
    assertThat(bench.requests()).containsExactly("LIST", "LIST");
  }

  @Test
  void a_deleted_workspace_does_not_hold_its_name() throws SQLException {
    organization.find(FakeOrganization.id(1)).orElseThrow().put("name", "gone");
    organization.find(FakeOrganization.id(1)).orElseThrow().put("tombstone", true);
    bench.write(create("gone"));
    assertThat(bench.requests()).startsWith("LIST", "POST gone");
  }

  @Test
  void when_the_name_cannot_be_looked_for_nothing_is_written() {
    organization.faults.onReads(true);
    assertThatThrownBy(() -> bench.write(create("new")))
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo("08006");
    assertThat(bench.requests()).containsExactly("LIST");
  }

  @Test
  void a_conflict_is_about_the_name() throws SQLException {
    organization.faults.onWrite("POST new", WriteFault.refused(Failure.CONFLICT, 409));
    assertThat(bench.outcome(create("new")).failure()).isEqualTo(Failure.DUPLICATE);
  }

  @Test
  void when_the_token_cannot_be_asked_the_name_tells_the_id() throws SQLException {
    organization.faults.onReads(false, true);
    WriteOutcome outcome = bench.outcome(create("new"));
    assertThat(outcome.state()).isEqualTo(State.DONE);
    assertThat(outcome.id()).isEqualTo(createdId("new"));
    assertThat(bench.requests()).containsExactly("LIST", "POST new", "info new", "LIST");
  }

  @Test
  void a_workspace_whose_id_cannot_be_learned_is_created_all_the_same() throws SQLException {
    blindAfterMinting();
    WriteOutcome outcome = bench.outcome(create("new"));
    assertThat(outcome.state()).isEqualTo(State.DONE);
    assertThat(outcome.id()).isNull();
    assertThat(outcome.message()).contains("its id could not be asked for");
  }

  @Test
  void without_an_id_nothing_more_can_be_set() throws SQLException {
    blindAfterMinting();
    WriteOutcome outcome = bench.outcome(SUSPENDED);
    assertThat(outcome.state()).isEqualTo(State.NOT_APPLIED);
    assertThat(outcome.message()).contains("nothing else was set");
  }

  @Test
  void a_workspace_that_the_server_takes_for_another_name_is_left_alone() throws SQLException {
    organization.scopedWorkspace = new ScopedWorkspace(FakeOrganization.id(7), "NEW", null);
    WriteOutcome outcome = bench.outcome(SUSPENDED);
    assertThat(outcome.state()).isEqualTo(State.NOT_APPLIED);
    assertThat(outcome.id()).isEqualTo(FakeOrganization.id(7));
    assertThat(outcome.message()).contains("'NEW'", "'new'");
    assertThat(bench.requests()).noneMatch(request -> request.startsWith("PUT"));
  }

  @Test
  void a_put_that_is_refused_leaves_a_workspace_with_its_name_alone() throws SQLException {
    organization.faults.onWrite("PUT 150", WriteFault.refused(Failure.WRITE_FORBIDDEN, 403));
    WriteOutcome outcome = bench.outcome(SUSPENDED);
    assertThat(outcome.state()).isEqualTo(State.NOT_APPLIED);
    assertThat(outcome.id()).isEqualTo(createdId("new"));
    assertThat(outcome.message()).contains("server says 403", "created, but only with its name");
  }

  @Test
  void a_put_without_a_clear_end_is_unknown() throws SQLException {
    WriteFault cut = WriteFault.reset(Effect.NONE);
    organization.faults.onWrite("PUT 150", cut, cut);
    WriteOutcome outcome = bench.outcome(SUSPENDED);
    assertThat(outcome.state()).isEqualTo(State.UNKNOWN);
    assertThat(outcome.id()).isEqualTo(createdId("new"));
    assertThat(outcome.message()).contains("the workspace was created before");
  }

  @Test
  void after_a_lost_answer_the_rest_is_set_too() throws SQLException {
    organization.faults.onWrite("POST new", WriteFault.unclear(504, Effect.NOW));
    assertThat(bench.outcome(SUSPENDED).state()).isEqualTo(State.DONE);
    assertThat(bench.requests())
        .containsExactly("LIST", "POST new", "LIST", "PUT 150 {status=inactive}");
  }

  private void blindAfterMinting() {
    organization.faults.onReads(false);
    organization.faults.onReads(Collections.nCopies(10, true).toArray(Boolean[]::new));
  }

  private String createdId(String name) {
    return (String) organization.named(name).orElseThrow().get("id");
  }
}
