package io.workspacesql.run;

import static io.workspacesql.run.Scans.ACTIVE;
import static io.workspacesql.run.Scans.ALL;
import static io.workspacesql.run.Scans.COUNT;
import static io.workspacesql.run.Scans.SETTINGS;
import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.keys;
import static io.workspacesql.run.Scans.names;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.api.WorkspacePage;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.Learned;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedPagesTests {
  private static final int AS_ASKED = Learned.NOTHING.pageRows();

  @ParameterizedTest(name = "{0} workspaces in pages of {1}")
  @CsvSource({"500, 50", "200, 50", "151, 50", "400, 99", "31, 10"})
  void three_equal_pages_that_are_short_and_not_the_last_tell_what_the_server_sends(
      int workspaces, int cap) throws SQLException {
    FakeOrganization organization = capped(workspaces, cap);
    try (Session session = session(organization, SETTINGS)) {
      assertThat(read(session, scan(ALL))).isEqualTo(names(0, workspaces));
      assertThat(learned(session)).isEqualTo(cap);
    }
  }

  @ParameterizedTest(name = "{0} workspaces in pages of {1}")
  @CsvSource({"150, 50", "100, 50", "1000, 100", "0, 50", "7, 50"})
  void fewer_pages_or_full_ones_tell_nothing(int workspaces, int cap) throws SQLException {
    FakeOrganization organization = capped(workspaces, cap);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(ALL));
      assertThat(learned(session)).isEqualTo(AS_ASKED);
    }
  }

  @Test
  void the_pages_of_a_filtered_list_tell_nothing() throws SQLException {
    try (Session session = session(capped(600, 50), SETTINGS)) {
      read(session, scan(ACTIVE));
      assertThat(learned(session)).isEqualTo(AS_ASKED);
    }
  }

  @Test
  void the_first_page_of_a_limit_tells_nothing() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(600);
    try (Session session = session(organization, SETTINGS)) {
      for (int i = 0; i < 5; i++) {
        read(session, Scans.limited(ALL, 0, 7));
      }
      assertThat(learned(session)).isEqualTo(AS_ASKED);
    }
  }

  @Test
  void rows_that_are_dropped_here_do_not_make_a_page_short() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    IntStream.range(0, 500).forEach(i -> organization.workspaces.get(2 * i).put("tombstone", true));
    try (Session session = session(organization, SETTINGS)) {
      assertThat(read(session, scan(ALL))).hasSize(500);
      assertThat(learned(session)).isEqualTo(AS_ASKED);
    }
  }

  @Test
  void pages_from_which_a_server_leaves_deleted_rows_out_tell_nothing() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    organization.distortion =
        page -> shortened(page, 100 - (organization.lists.size() % 2 == 0 ? 3 : 1));
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(ALL));
      assertThat(learned(session)).isEqualTo(AS_ASKED);
    }
  }

  @Test
  void pages_that_are_equally_short_by_chance_are_refuted_by_a_longer_one() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    organization.distortion = page -> organization.lists.size() < 5 ? shortened(page, 98) : page;
    try (Session session = session(organization, SETTINGS)) {
      read(session, Scans.limited(ALL, 0, 98 * 4));
      assertThat(learned(session)).isEqualTo(98);
      read(session, scan(ACTIVE));
      assertThat(learned(session)).isEqualTo(AS_ASKED);
      organization.distortion = page -> shortened(page, 98);
      read(session, scan(ALL));
      assertThat(learned(session)).isEqualTo(AS_ASKED);
    }
  }

  @ParameterizedTest(name = "{0} ids of 200 workspaces in pages of 50: {1} GETs or {2} pages")
  @CsvSource({"3, 3, 0", "4, 4, 0", "5, 0, 4"})
  void keys_are_weighed_against_the_pages_that_the_server_sends(int ids, int gets, int pages)
      throws SQLException {
    FakeOrganization organization = capped(200, 50);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(ALL));
      read(session, scan(COUNT));
      int before = organization.requests.size();
      read(session, scan(keys(IntStream.range(9_000, 9_000 + ids).toArray())));
      assertThat(organization.requests).hasSize(before + gets + pages);
      assertThat(organization.lists).hasSize(4 + pages);
    }
  }

  private static FakeOrganization capped(int workspaces, int cap) {
    FakeOrganization organization = FakeOrganization.of(workspaces);
    organization.pageCap = cap;
    return organization;
  }

  private static WorkspacePage shortened(WorkspacePage page, int rows) {
    return new WorkspacePage(
        page.rows().subList(0, Math.min(rows, page.rows().size())), page.next());
  }

  private static int learned(Session session) throws SQLException {
    try (Execution execution = session.begin(Duration.ZERO)) {
      return execution.learned().pageRows();
    }
  }

  private static List<Object> read(Session session, BoundScan scan) throws SQLException {
    try (Execution execution = session.begin(Duration.ZERO)) {
      return drain(execution.open(scan));
    }
  }
}
