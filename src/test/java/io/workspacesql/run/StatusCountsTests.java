package io.workspacesql.run;

import static io.workspacesql.run.Scans.SETTINGS;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static io.workspacesql.run.Scans.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusCountsTests {
  private static final BoundScan BY_STATUS = byStatus(row -> true);

  private final FakeOrganization organization = FakeOrganization.of(250);

  @Test
  void counts_by_status_are_one_request_when_stats_are_trusted() throws SQLException {
    assertThat(read(SETTINGS, BY_STATUS))
        .containsExactlyInAnyOrder(List.of("active", 166L), List.of("inactive", 84L));
    assertThat(organization.requests).containsExactly("stats");
  }

  @ParameterizedTest
  @EnumSource(StatsTrust.class)
  void a_status_that_no_workspace_has_is_no_row(StatsTrust trust) throws SQLException {
    organization.workspaces.forEach(row -> row.put("status", "active"));
    organization.agreeStats();

    assertThat(read(trusting(trust), BY_STATUS)).containsExactly(List.of("active", 250L));
  }

  @Test
  void a_walk_counts_every_text_and_none_at_all() throws SQLException {
    organization.workspaces.get(0).put("status", "Frozen ❄");
    organization.workspaces.get(3).put("status", null);
    organization.workspaces.get(6).put("status", null);

    assertThat(read(trusting(StatsTrust.NEVER), BY_STATUS))
        .containsExactlyInAnyOrder(
            List.of("active", 166L),
            List.of("inactive", 81L),
            List.of("Frozen ❄", 1L),
            Arrays.asList(null, 2L));
    assertThat(organization.requests).hasSize(3).doesNotContain("stats");
    assertThat(organization.decoded)
        .extracting(ColumnDefinition::name)
        .containsExactly("status", "id", "tombstone");
  }

  @Test
  void stats_that_do_not_add_up_are_not_used() throws SQLException {
    organization.stats = new WorkspaceStats(1, 2, 250);

    assertThat(read(SETTINGS, BY_STATUS))
        .containsExactlyInAnyOrder(List.of("active", 166L), List.of("inactive", 84L));
    assertThat(organization.requests).hasSize(4);
  }

  @Test
  void tombstones_and_repeated_rows_are_not_counted() throws SQLException {
    organization.workspaces.get(1).put("tombstone", true);
    organization.workspaces.add(150, organization.workspaces.get(2));

    assertThat(read(trusting(StatsTrust.NEVER), BY_STATUS))
        .containsExactlyInAnyOrder(List.of("active", 165L), List.of("inactive", 84L));
  }

  @ParameterizedTest
  @EnumSource(StatsTrust.class)
  void the_filter_sees_the_status_alone(StatsTrust trust) throws SQLException {
    BoundScan scan = byStatus(row -> row.length == 1 && "inactive".equals(row[0]));

    assertThat(read(trusting(trust), scan)).containsExactly(List.of("inactive", 84L));
  }

  @Test
  void a_filter_on_the_status_does_not_see_the_number_of_a_count() throws SQLException {
    BoundScan count =
        new BoundScan(
            Catalog.WORKSPACES,
            new BoundAccess.Count(WorkspaceStatus.ACTIVE),
            Scans.columns("status"),
            row -> "active".equals(row[0]),
            false,
            0,
            Long.MAX_VALUE);

    assertThat(read(SETTINGS, count)).containsExactly(List.of(166L));
  }

  @Test
  void a_walk_that_agrees_makes_stats_answer_from_then_on() throws SQLException {
    try (Session session = session(organization, trusting(StatsTrust.VERIFY))) {
      read(session, BY_STATUS);
      assertThat(organization.requests).hasSize(4);
      read(session, BY_STATUS);
    }
    assertThat(organization.requests).hasSize(5).last().isEqualTo("stats");
  }

  @Test
  void a_part_that_differs_is_named_with_its_numbers() throws SQLException {
    organization.stats = new WorkspaceStats(160, 90, 250);
    try (Session session = session(organization, trusting(StatsTrust.VERIFY));
        Execution execution = session.begin(Duration.ZERO)) {
      rows(execution.open(BY_STATUS));
      assertThat(execution.warnings())
          .extracting(SQLWarning::getMessage)
          .containsExactly(
              "The stats count 90 inactive workspaces (160 active + 90 inactive = 250), the list"
                  + " holds 84; from now on this connection counts the list.");
    }
  }

  @Test
  void a_third_status_convicts_stats_that_do_not_know_it() throws SQLException {
    organization.workspaces.get(0).put("status", "frozen");
    organization.stats = new WorkspaceStats(166, 83, 249);
    try (Session session = session(organization, trusting(StatsTrust.VERIFY))) {
      read(session, BY_STATUS);
      read(session, BY_STATUS);
    }
    assertThat(organization.requests).filteredOn("stats"::equals).hasSize(1);
  }

  private static BoundScan byStatus(Predicate<Object[]> filter) {
    BoundScan all = scan(new BoundAccess.CountByStatus());
    return new BoundScan(
        all.table(), all.access(), Scans.columns("status"), filter, true, 0, Long.MAX_VALUE);
  }

  private List<List<Object>> read(RunSettings settings, BoundScan scan) throws SQLException {
    try (Session session = session(organization, settings)) {
      return read(session, scan);
    }
  }

  private static List<List<Object>> read(Session session, BoundScan scan) throws SQLException {
    try (Execution execution = session.begin(Duration.ZERO)) {
      return rows(execution.open(scan));
    }
  }

  private static List<List<Object>> rows(RowCursor cursor) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    while (cursor.next()) {
      rows.add(Arrays.asList(cursor.row()));
    }
    return rows;
  }
}
