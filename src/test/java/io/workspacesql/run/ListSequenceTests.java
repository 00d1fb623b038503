package io.workspacesql.run;

import static io.workspacesql.run.Scans.SETTINGS;
import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.filtered;
import static io.workspacesql.run.Scans.limited;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static io.workspacesql.run.Scans.strict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.ListQuery;
import io.workspacesql.api.PageCursor;
import io.workspacesql.api.WorkspacePage;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListSequenceTests {
  private final FakeOrganization organization = FakeOrganization.of(300);

  @Test
  void a_workspace_of_several_lists_is_one_row() throws SQLException {
    assertThat(read(SETTINGS, scan(lists("29", "9", "299"))))
        .hasSize(57)
        .doesNotHaveDuplicates()
        .startsWith("tenant 29", "tenant 129", "tenant 229", "tenant 290");
    assertThat(needles()).containsExactly("29", "9", "299");
  }

  @Test
  void a_workspace_of_several_lists_is_no_anomaly() throws SQLException {
    try (Session session = session(organization, strict());
        Execution execution = session.begin(Duration.ZERO)) {
      drain(execution.open(scan(lists("29", "9"))));
      assertThat(execution.warnings()).isEmpty();
    }
  }

  @Test
  void a_list_that_is_named_twice_is_asked_for_once() throws SQLException {
    assertThat(read(SETTINGS, scan(lists("299", "299")))).containsExactly("tenant 299");
    assertThat(needles()).containsExactly("299");
  }

  @Test
  void opening_asks_for_no_list() throws SQLException {
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(lists("1", "2")))) {
      assertThat(cursor.row()).isEmpty();
      assertThat(organization.requests).isEmpty();
    }
  }

  @Test
  void a_list_is_asked_for_when_the_one_before_has_been_read() throws SQLException {
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(lists("299", "150")))) {
      cursor.next();
      assertThat(needles()).containsExactly("299");
      cursor.next();
      assertThat(needles()).containsExactly("299", "150");
    }
  }

  @Test
  void a_list_is_never_asked_for_when_those_before_have_rows_enough() throws SQLException {
    assertThat(read(SETTINGS, limited(lists("15", "29"), 1, 3)))
        .containsExactly("tenant 115", "tenant 150", "tenant 151");
    assertThat(needles()).containsExactly("15");
  }

  @Test
  void the_filter_decides_on_every_row() throws SQLException {
    BoundScan scan =
        filtered(
            lists("15", "29"),
            row -> row[0].equals("tenant 15") || row[0].equals("tenant 29"),
            Long.MAX_VALUE);

    assertThat(read(SETTINGS, scan)).containsExactly("tenant 15", "tenant 29");
  }

  @Test
  void each_list_is_sent_with_its_own_status() throws SQLException {
    BoundAccess lists =
        new BoundAccess.Lists(
            List.of(
                new BoundAccess.Pages("29", WorkspaceStatus.ACTIVE),
                new BoundAccess.Pages("30", WorkspaceStatus.INACTIVE)));

    assertThat(read(SETTINGS, scan(lists)))
        .containsExactly(
            "tenant 29",
            "tenant 229",
            "tenant 290",
            "tenant 292",
            "tenant 293",
            "tenant 295",
            "tenant 296",
            "tenant 298",
            "tenant 299",
            "tenant 30");
  }

  @Test
  void each_list_has_its_own_memory_of_cursors() throws SQLException {
    RunSettings tens = new RunSettings(10, 1, 8, 4, true, RunSettings.StatsTrust.TRUST);

    assertThat(read(tens, scan(lists("9", "8")))).hasSize(108);
  }

  @Test
  void a_cursor_that_leads_back_in_a_later_list_ends_the_reading() {
    organization.distortion =
        page ->
            organization.lists.size() > 1
                ? new WorkspacePage(page.rows(), new PageCursor("0", null))
                : page;

    assertThatThrownBy(() -> read(SETTINGS, scan(lists("299", "150"))))
        .extracting("errorCode")
        .isEqualTo(Failure.PAGE_WALK.vendorCode());
  }

  @Test
  void more_ids_than_there_is_room_for_are_an_error() throws SQLException {
    GivenIds ids = new GivenIds(2);
    ids.add("a");
    ids.add("b");

    assertThat(ids.add("a")).isFalse();
    assertThatThrownBy(() -> ids.add("c"))
        .extracting("errorCode")
        .isEqualTo(Failure.TOO_MUCH_MEMORY.vendorCode());
  }

  private static BoundAccess lists(String... needles) {
    return new BoundAccess.Lists(
        Stream.of(needles).map(needle -> new BoundAccess.Pages(needle, null)).toList());
  }

  private List<String> needles() {
    return organization.lists.stream().map(ListQuery::nameContains).toList();
  }

  private List<Object> read(RunSettings settings, BoundScan scan) throws SQLException {
    try (Session session = session(organization, settings);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan)) {
      return drain(cursor);
    }
  }
}
