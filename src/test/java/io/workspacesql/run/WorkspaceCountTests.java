package io.workspacesql.run;

import static io.workspacesql.run.Scans.ALL;
import static io.workspacesql.run.Scans.COUNT;
import static io.workspacesql.run.Scans.SETTINGS;
import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.limited;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static io.workspacesql.run.Scans.strict;
import static io.workspacesql.run.Scans.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkspaceCountTests {
  private final FakeOrganization organization = FakeOrganization.of(250);

  @ParameterizedTest(name = "COUNT of {0} is {1}")
  @CsvSource(
      value = {"NULL, 250", "ACTIVE, 166", "INACTIVE, 84"},
      nullValues = "NULL")
  void a_count_is_one_request_when_stats_are_trusted(WorkspaceStatus status, long number)
      throws SQLException {
    try (Session session = session(organization, SETTINGS)) {
      assertThat(read(session, new BoundAccess.Count(status))).containsExactly(number);
    }
    assertThat(organization.requests).containsExactly("stats");
  }

  @ParameterizedTest
  @EnumSource(StatsTrust.class)
  void whatever_the_trust_the_number_is_right(StatsTrust trust) throws SQLException {
    try (Session session = session(organization, trusting(trust))) {
      assertThat(read(session, new BoundAccess.Count(WorkspaceStatus.ACTIVE)))
          .containsExactly(166L);
    }
  }

  @Test
  void a_walk_counts_when_stats_are_never_trusted() throws SQLException {
    try (Session session = session(organization, trusting(StatsTrust.NEVER))) {
      assertThat(read(session, COUNT)).containsExactly(250L);
    }
    assertThat(organization.requests).hasSize(3).doesNotContain("stats");
  }

  @Test
  void a_walk_that_counts_decodes_only_what_it_needs() throws SQLException {
    try (Session session = session(organization, trusting(StatsTrust.NEVER))) {
      read(session, new BoundAccess.Count(WorkspaceStatus.ACTIVE));
    }
    assertThat(organization.decoded)
        .extracting(ColumnDefinition::name)
        .containsExactly("id", "tombstone", "status");
  }

  @Test
  void stats_that_do_not_add_up_are_not_used() throws SQLException {
    organization.stats = new WorkspaceStats(1, 2, 250);
    try (Session session = session(organization, SETTINGS)) {
      assertThat(read(session, COUNT)).containsExactly(250L);
    }
  }

  @Test
  void stats_answer_after_a_paged_count_has_agreed_once() throws SQLException {
    try (Session session = session(organization, trusting(StatsTrust.VERIFY))) {
      read(session, COUNT);
      assertThat(organization.requests).hasSize(4);
      read(session, COUNT);
    }
    assertThat(organization.requests).hasSize(5).last().isEqualTo("stats");
  }

  @Test
  void stats_that_fail_the_verification_are_never_asked_again() throws SQLException {
    organization.stats = new WorkspaceStats(100, 100, 200);
    try (Session session = session(organization, trusting(StatsTrust.VERIFY))) {
      assertThat(read(session, COUNT)).containsExactly(250L);
      assertThat(read(session, COUNT)).containsExactly(250L);
    }
    assertThat(organization.requests).filteredOn("stats"::equals).hasSize(1);
  }

  @Test
  void a_finished_scan_that_counts_otherwise_warns_and_turns_stats_off() throws SQLException {
    organization.stats = new WorkspaceStats(100, 100, 200);
    try (Session session = session(organization, SETTINGS);
        Execution scan = session.begin(Duration.ZERO)) {
      assertThat(read(session, COUNT)).containsExactly(200L);
      drain(scan.open(scan(ALL)));
      assertThat(scan.warnings())
          .extracting(SQLWarning::getErrorCode)
          .containsExactly(Notice.COUNTS_DIFFER.because("").getErrorCode());
      assertThat(scan.warnings().get(0).getMessage()).contains("200", "250");
      assertThat(read(session, COUNT)).containsExactly(250L);
    }
  }

  @Test
  void a_finished_scan_that_counts_otherwise_fails_when_paging_is_strict() throws SQLException {
    organization.stats = new WorkspaceStats(100, 100, 200);
    try (Session session = session(organization, strict())) {
      read(session, COUNT);
      assertThatThrownBy(() -> read(session, ALL))
          .extracting("errorCode")
          .isEqualTo(Failure.COUNTS_DIFFER.vendorCode());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"limit", "name", "status", "tombstone"})
  void a_walk_that_did_not_see_every_workspace_convicts_nobody(String reason) throws SQLException {
    organization.stats = new WorkspaceStats(100, 100, 200);
    organization.workspaces.get(0).put("tombstone", reason.equals("tombstone"));
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      read(session, COUNT);
      drain(
          execution.open(
              switch (reason) {
                case "limit" -> limited(ALL, 0, 120);
                case "name" -> scan(new BoundAccess.Pages("tenant 1", null));
                case "status" -> scan(Scans.ACTIVE);
                default -> scan(ALL);
              }));
      assertThat(execution.warnings()).isEmpty();
    }
  }

  @Test
  void old_stats_are_not_held_against_a_walk() throws SQLException {
    long[] now = {0};
    StatsJudge judge = new StatsJudge(StatsTrust.TRUST, () -> now[0]);
    Remarks remarks = new Remarks(false);
    judge.saw(new WorkspaceStats(1, 1, 2));
    now[0] = StatsJudge.FRESH.toNanos() + 1;

    judge.walkedAll(3, remarks);

    assertThat(List.of(judge.trust(), remarks.warnings()))
        .isEqualTo(List.of(StatsTrust.TRUST, List.of()));
  }

  @Test
  void a_count_of_a_status_is_compared_with_its_part_of_the_stats() throws SQLException {
    organization.stats = new WorkspaceStats(165, 85, 250);
    try (Session session = session(organization, trusting(StatsTrust.VERIFY));
        Execution execution = session.begin(Duration.ZERO)) {
      drain(execution.open(scan(new BoundAccess.Count(WorkspaceStatus.ACTIVE))));
      assertThat(execution.warnings())
          .extracting(SQLWarning::getMessage, SQLWarning::getSQLState)
          .containsExactly(
              tuple(
                  "The stats count 165 active workspaces (165 active + 85 inactive = 250), the list"
                      + " holds 166; from now on this connection counts the list.",
                  "01000"));
    }
  }

  private static List<Object> read(Session session, BoundAccess access) throws SQLException {
    try (Execution execution = session.begin(Duration.ZERO)) {
      return drain(execution.open(scan(access)));
    }
  }
}
