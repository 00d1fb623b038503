package io.workspacesql.run;

import static io.workspacesql.run.Scans.ACTIVE;
import static io.workspacesql.run.Scans.ALL;
import static io.workspacesql.run.Scans.COUNT;
import static io.workspacesql.run.Scans.SETTINGS;
import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.filtered;
import static io.workspacesql.run.Scans.keys;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static io.workspacesql.run.Scans.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Notice;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheaperPathTests {

  @ParameterizedTest(name = "{0} ids of {1} workspaces: {2} GETs or {3} pages")
  @CsvSource({
    "1, 0, 1, 0",
    "1, 5, 1, 0",
    "2, 100, 0, 1",
    "2, 101, 2, 0",
    "3, 201, 3, 0",
    "4, 300, 0, 3",
    "50, 4900, 0, 49",
    "50, 4901, 50, 0"
  })
  void ids_of_an_organization_of_known_size_take_the_cheaper_way(
      int ids, int workspaces, int gets, int pages) throws SQLException {
    FakeOrganization organization = FakeOrganization.of(workspaces);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(COUNT));
      // Ids that nobody has make a walk go on to its end.
      read(session, scan(keys(IntStream.range(9_000, 9_000 + ids).toArray())));
    }
    assertThat(organization.requests).hasSize(1 + gets + pages);
    assertThat(organization.lists).hasSize(pages);
  }

  @ParameterizedTest(name = "{0} ids, stats {1}: {2} stats, {3} GETs, {4} pages")
  @CsvSource({
    "20, TRUST, 0, 20, 0",
    "21, TRUST, 1, 0, 3",
    "20, NEVER, 0, 20, 0",
    "21, VERIFY, 0, 21, 2",
    "21, NEVER, 0, 21, 2"
  })
  void many_ids_of_an_organization_of_unknown_size_are_worth_a_question(
      int ids, StatsTrust trust, int stats, int gets, int pages) throws SQLException {
    FakeOrganization organization = FakeOrganization.of(300);
    try (Session session = session(organization, trusting(trust))) {
      read(session, scan(keys(IntStream.range(9_000, 9_000 + ids).toArray())));
    }
    assertThat(organization.requests).hasSize(stats + gets + pages);
    assertThat(organization.requests).filteredOn("stats"::equals).hasSize(stats);
    assertThat(organization.lists).hasSize(pages);
  }

  @ParameterizedTest(name = "{0} ids from {1} on, of {2} workspaces: {3} GETs, {4} pages")
  @CsvSource({
    "30, 0, 300, 0, 1",
    "30, 270, 300, 0, 3",
    "30, 260, 3000, 0, 3",
    "30, 2900, 3000, 30, 3",
    "200, 2790, 3000, 200, 20",
    "200, 1900, 3000, 0, 21"
  })
  void where_no_size_is_to_be_had_pages_are_read_as_long_as_they_pay(
      int ids, int first, int workspaces, int gets, int pages) throws SQLException {
    FakeOrganization organization = FakeOrganization.of(workspaces);
    try (Session session = session(organization, trusting(StatsTrust.NEVER))) {
      assertThat(read(session, scan(keys(IntStream.range(first, first + ids).toArray()))))
          .containsExactlyInAnyOrderElementsOf(Scans.names(first, first + ids));
    }
    assertThat(organization.lists).hasSize(pages);
    assertThat(organization.requests).hasSize(gets + pages);
  }

  @Test
  void pages_and_ids_together_are_never_more_than_a_tenth_above_the_ids() throws SQLException {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      FakeOrganization organization = FakeOrganization.of(random.nextInt(6_000));
      int[] ids = random.ints(21 + random.nextInt(150), 0, 9_000).distinct().toArray();
      try (Session session = session(organization, trusting(StatsTrust.NEVER))) {
        assertThat(read(session, scan(keys(ids))))
            .hasSize((int) IntStream.of(ids).filter(id -> id < organization.size()).count());
      }
      assertThat(organization.requests).hasSizeLessThanOrEqualTo(ids.length + ids.length / 10);
    }
  }

  @Test
  void a_few_rows_of_many_ids_are_not_worth_a_search() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(3_000);
    try (Session session = session(organization, trusting(StatsTrust.NEVER))) {
      read(session, Scans.limited(keys(IntStream.range(0, 50).toArray()), 0, 5));
    }
    assertThat(organization.lists).isEmpty();
  }

  @Test
  void many_ids_of_a_large_organization_cost_one_request_more_than_ids() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(3_000);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(keys(IntStream.range(0, 25).toArray())));
    }
    assertThat(organization.requests).hasSize(26);
    assertThat(organization.lists).isEmpty();
  }

  @Test
  void a_walk_for_ids_ends_with_the_page_of_the_last_id() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    try (Session session = session(organization, SETTINGS)) {
      assertThat(read(session, scan(keys(IntStream.range(140, 180).toArray()))))
          .isEqualTo(Scans.names(140, 180));
    }
    assertThat(organization.requests).hasSize(3);
    assertThat(organization.pageSizes()).containsExactly(100, 100);
  }

  @Test
  void a_walk_for_ids_applies_the_filter_and_the_limit() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(100);
    BoundScan scan =
        filtered(keys(IntStream.range(0, 50).toArray()), row -> row[0].toString().endsWith("7"), 2);
    try (Session session = session(organization, SETTINGS)) {
      assertThat(read(session, scan)).containsExactly("tenant 7", "tenant 17");
    }
    assertThat(organization.requests).hasSize(2);
  }

  @ParameterizedTest(name = "a finished walk of {0}")
  @CsvSource({"ALL", "STATUS"})
  void a_finished_walk_tells_the_size_of_what_it_listed(String walked) throws SQLException {
    FakeOrganization organization = FakeOrganization.of(90);
    boolean all = walked.equals("ALL");
    WorkspaceStatus status = all ? null : WorkspaceStatus.ACTIVE;
    try (Session session = session(organization, trusting(StatsTrust.NEVER))) {
      read(session, scan(all ? ALL : ACTIVE));
      assertThat(read(session, named(status, "tenant 1", "tenant 2", "tenant 40")))
          .hasSize(all ? 90 : 60);
    }
    assertThat(organization.lists)
        .hasSize(2)
        .allMatch(query -> query.nameContains() == null && query.status() == status);
  }

  @ParameterizedTest
  @EnumSource(WorkspaceStatus.class)
  void lists_of_one_status_are_weighed_against_the_walk_of_that_status(WorkspaceStatus status)
      throws SQLException {
    FakeOrganization organization = FakeOrganization.of(250);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(COUNT));
      read(session, named(status, "tenant 1", "tenant 2"));
    }
    // 166 are active, which fill two pages: a tie goes to the lists. 84 are inactive: one page.
    assertThat(organization.lists)
        .extracting(query -> query.nameContains() == null)
        .isEqualTo(status == WorkspaceStatus.ACTIVE ? List.of(false, false) : List.of(true));
  }

  @Test
  void lists_of_several_statuses_are_weighed_against_the_walk_of_all() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(60);
    BoundAccess lists =
        new BoundAccess.Lists(
            List.of(
                new BoundAccess.Pages("1", WorkspaceStatus.ACTIVE),
                new BoundAccess.Pages("2", null)));
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(COUNT));
      assertThat(read(session, scan(lists))).isEqualTo(Scans.names(0, 60));
    }
    assertThat(organization.requests).hasSize(2);
  }

  @Test
  void a_walk_that_did_not_end_tells_no_size() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(500);
    try (Session session = session(organization, trusting(StatsTrust.NEVER))) {
      read(session, Scans.limited(ALL, 0, 50));
      read(session, scan(keys(1, 2)));
    }
    assertThat(organization.requests).hasSize(3).filteredOn(r -> r.startsWith("get")).hasSize(2);
  }

  @Test
  void a_forgotten_size_chooses_nothing() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(90);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(COUNT));
      session.forgetSize();
      read(session, scan(keys(1, 2, 3)));
    }
    assertThat(organization.lists).isEmpty();
  }

  @Test
  void forgotten_stats_are_not_held_against_a_walk() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(90);
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      read(session, scan(COUNT));
      organization.workspaces.remove(0);
      session.forgetSize();
      drain(execution.open(scan(ALL)));
      assertThat(execution.warnings()).isEmpty();
    }
  }

  @Test
  void stats_that_do_not_add_up_choose_nothing() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(90);
    organization.stats = new WorkspaceStats(1, 1, 90);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(keys(IntStream.range(0, 30).toArray())));
    }
    assertThat(organization.requests).hasSize(31);
  }

  @Test
  void stats_that_could_not_tell_are_not_asked_again_at_once() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(90);
    organization.stats = new WorkspaceStats(1, 1, 90);
    try (Session session = session(organization, SETTINGS)) {
      read(session, scan(keys(IntStream.range(0, 30).toArray())));
      read(session, scan(keys(IntStream.range(0, 30).toArray())));
      session.forgetSize();
      read(session, scan(keys(IntStream.range(0, 30).toArray())));
    }
    assertThat(organization.requests).hasSize(92).filteredOn("stats"::equals).hasSize(2);
  }

  @Test
  void stats_that_fail_leave_a_warning_and_the_ids_are_asked_for() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(90);
    organization.failingRequest = 1;
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      assertThat(drain(execution.open(scan(keys(IntStream.range(0, 30).toArray()))))).hasSize(30);
      assertThat(execution.warnings())
          .extracting(SQLWarning::getErrorCode)
          .containsExactly(Notice.GENERAL.because("").getErrorCode());
      assertThat(execution.warnings().get(0).getMessage()).contains("30 requests", "503");
    }
  }

  @Test
  void a_question_that_runs_out_of_time_ends_the_statement() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(90);
    organization.blockingRequest = 1;
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ofMillis(100));
        RowCursor cursor = execution.open(scan(keys(IntStream.range(0, 30).toArray())))) {
      assertThatThrownBy(cursor::next).extracting("SQLState").isEqualTo("HYT00");
    }
    assertThat(organization.requests).containsExactly("stats");
  }

  @Test
  void a_size_is_known_for_five_minutes() {
    long[] now = {-7};
    KnownSizes sizes = new KnownSizes(() -> now[0]);
    sizes.learn(null, 40);
    now[0] += StatsJudge.FRESH.toNanos();
    assertThat(sizes.of(null)).hasValue(40);
    now[0]++;
    assertThat(sizes.of(null)).isEmpty();
  }

  @Test
  void a_part_of_unknown_size_is_at_most_the_whole() {
    KnownSizes sizes = new KnownSizes(() -> 0);
    sizes.learn(WorkspaceStatus.ACTIVE, 30);
    assertThat(sizes.of(null)).isEmpty();
    sizes.learn(null, 40);
    assertThat(sizes.of(WorkspaceStatus.ACTIVE)).hasValue(30);
    assertThat(sizes.of(WorkspaceStatus.INACTIVE)).hasValue(40);
  }

  private static BoundScan named(WorkspaceStatus status, String... names) {
    List<BoundAccess.Pages> lists =
        List.of(names).stream().map(name -> new BoundAccess.Pages(name, status)).toList();
    return scan(new BoundAccess.Lists(lists));
  }

  private static List<Object> read(Session session, BoundScan scan) throws SQLException {
    try (Execution execution = session.begin(Duration.ZERO)) {
      return drain(execution.open(scan));
    }
  }
}
