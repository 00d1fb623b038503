package io.workspacesql.run;

import static io.workspacesql.run.Scans.ACTIVE;
import static io.workspacesql.run.Scans.ALL;
import static io.workspacesql.run.Scans.SETTINGS;
import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.filtered;
import static io.workspacesql.run.Scans.limited;
import static io.workspacesql.run.Scans.names;
import static io.workspacesql.run.Scans.prefetching;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static io.workspacesql.run.Scans.strict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.workspacesql.api.PageCursor;
import io.workspacesql.api.WorkspacePage;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageWalkTests {

  @ParameterizedTest(name = "{0} rows, prefetch {1}: {2} requests")
  @CsvSource({
    "0, 1, 1",
    "1, 1, 1",
    "99, 1, 1",
    "100, 1, 1",
    "101, 1, 2",
    "250, 0, 3",
    "250, 1, 3",
    "1000, 5, 10"
  })
  void a_scan_asks_for_as_many_pages_as_the_rows_fill(int rows, int prefetch, int requests)
      throws SQLException {
    FakeOrganization organization = FakeOrganization.of(rows);

    List<Object> read = read(organization, prefetching(prefetch), scan(ALL));

    assertThat(read).isEqualTo(names(0, rows));
    assertThat(organization.requests).hasSize(requests);
  }

  @ParameterizedTest(name = "OFFSET {0} FETCH {1} asks {2}")
  @CsvSource({
    "0, 7, 7",
    "0, 100, 100",
    "0, 250, 100 100 100",
    "5, 2, 7",
    "90, 20, 100 100",
    "0, 101, 100 100"
  })
  void a_limit_asks_for_no_more_than_it_needs(long offset, long fetch, String pages)
      throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);

    List<Object> read = read(organization, prefetching(3), limited(ALL, offset, fetch));

    assertThat(read).isEqualTo(names((int) offset, (int) (offset + fetch)));
    assertThat(organization.pageSizes().toString().replaceAll("[\\[\\],]", "")).isEqualTo(pages);
  }

  @Test
  void a_limit_of_zero_asks_nothing() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(10);

    assertThat(read(organization, SETTINGS, limited(ALL, 5, 0))).isEmpty();
    assertThat(organization.requests).isEmpty();
  }

  @Test
  void no_access_asks_nothing() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(10);

    assertThat(read(organization, SETTINGS, scan(new BoundAccess.Nothing("1 = 0")))).isEmpty();
    assertThat(organization.requests).isEmpty();
  }

  @Test
  void a_limit_behind_a_filter_that_drops_asks_full_pages_and_stops_early() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    BoundScan scan = filtered(ALL, row -> row[0].toString().endsWith("9"), 10);

    assertThat(read(organization, SETTINGS, scan)).hasSize(10);
    assertThat(organization.pageSizes()).containsExactly(100);
  }

  @Test
  void the_first_row_costs_one_request() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    try (Session session = session(organization, prefetching(4));
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ALL))) {
      cursor.next();
    }
    assertThat(organization.requests).hasSize(1);
  }

  @Test
  void the_first_row_costs_one_request_even_if_it_is_the_whole_page() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(10);
    RunSettings onePerPage = new RunSettings(1, 4, 8, 4, false, StatsTrust.TRUST);
    try (Session session = session(organization, onePerPage);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ALL))) {
      cursor.next();
    }
    assertThat(organization.requests).hasSize(1);
  }

  @Test
  void opening_costs_no_request() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ALL))) {
      assertThat(cursor.row()).isEmpty();
      assertThat(organization.requests).isEmpty();
    }
  }

  @Test
  void a_reader_past_half_of_a_page_has_the_next_one_read_ahead() throws Exception {
    FakeOrganization organization = FakeOrganization.of(1_000);
    try (Session session = session(organization, prefetching(3));
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ALL))) {
      advance(cursor, 51);
      Eventually.holds(() -> organization.requests.size() == 4);
      assertThat(organization.askingThreads)
          .anyMatch(name -> name.startsWith(SessionThreads.NAME_PREFIX));
    }
  }

  @Test
  void no_more_pages_wait_than_the_settings_allow() throws Exception {
    FakeOrganization organization = FakeOrganization.of(1_000);
    try (Session session = session(organization, prefetching(2));
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ALL))) {
      advance(cursor, 101);
      Eventually.holds(() -> organization.requests.size() == 4);
      advance(cursor, 99);
      assertThat(organization.requests).hasSize(4);
    }
  }

  @Tag("threat-4")
  @Test
  void filters_are_sent_with_every_cursor() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);

    read(organization, SETTINGS, scan(ACTIVE));

    assertThat(organization.lists).hasSize(7).allMatch(query -> query.status() != null);
  }

  @Test
  void a_cursor_that_forgets_the_status_lets_no_other_status_through() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(500);
    organization.forgetsFiltersAfterPageOne = true;
    BoundScan scan =
        new BoundScan(
            Catalog.WORKSPACES,
            ACTIVE,
            Scans.columns("status"),
            row -> true,
            false,
            0,
            Long.MAX_VALUE);

    assertThat(read(organization, SETTINGS, scan)).isNotEmpty().containsOnly("active");
  }

  @Test
  void rows_have_the_width_of_the_scan_and_only_needed_fields_are_decoded() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(3);
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ACTIVE))) {
      cursor.next();
      assertThat(cursor.row()).containsExactly("tenant 1");
      assertThat(organization.decoded)
          .extracting(ColumnDefinition::name)
          .containsExactly("name", "id", "tombstone", "status");
    }
  }

  @Test
  void a_tombstone_is_no_row() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(4);
    organization.workspaces.get(1).put("tombstone", true);
    organization.workspaces.get(2).put("tombstone", false);

    assertThat(read(organization, SETTINGS, scan(ALL)))
        .containsExactly("tenant 0", "tenant 2", "tenant 3");
  }

  @Test
  void a_limit_goes_on_with_its_first_page_size_when_tombstones_fall_out() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(20);
    organization.workspaces.get(1).put("tombstone", true);

    assertThat(read(organization, SETTINGS, limited(ALL, 0, 4)))
        .containsExactly("tenant 0", "tenant 2", "tenant 3", "tenant 4");
    assertThat(organization.pageSizes()).containsExactly(4, 4);
  }

  @Test
  void a_row_that_comes_twice_counts_once_and_leaves_a_warning() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(300);
    organization.workspaces.add(150, organization.workspaces.get(0));
    organization.workspaces.add(250, organization.workspaces.get(1));
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      assertThat(drain(execution.open(scan(ALL)))).isEqualTo(names(0, 300));
      assertThat(execution.warnings())
          .extracting(SQLWarning::getErrorCode, SQLWarning::getMessage)
          .containsExactly(
              tuple(
                  Notice.PAGE_ANOMALY.because("").getErrorCode(),
                  Notice.PAGE_ANOMALY.because("2 rows came twice and count once").getMessage()));
    }
  }

  @Test
  void a_row_that_comes_twice_is_an_error_when_paging_is_strict() {
    FakeOrganization organization = FakeOrganization.of(300);
    organization.workspaces.add(150, organization.workspaces.get(0));

    assertThatThrownBy(() -> read(organization, strict(), scan(ALL)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(FakeOrganization.id(0));
  }

  @Tag("threat-4")
  @Test
  void a_cursor_that_leads_back_ends_the_walk_after_the_rows_before_it() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(1_000);
    organization.distortion =
        page ->
            page.next() != null && page.next().value().equals("300")
                ? new WorkspacePage(page.rows(), new PageCursor("100", null))
                : page;
    List<Object> rows = new ArrayList<>();

    assertThatThrownBy(() -> readInto(rows, organization))
        .hasMessageContaining("page 3 leads back")
        .extracting("errorCode")
        .isEqualTo(Failure.PAGE_WALK.vendorCode());
    assertThat(rows).isEqualTo(names(0, 300));
    assertThat(organization.requests).hasSize(3);
  }

  @Test
  void an_empty_page_with_a_next_is_not_the_end() throws SQLException {
    FakeOrganization organization = FakeOrganization.of(300);
    organization.distortion =
        page ->
            page.next() != null && page.next().value().equals("200")
                ? new WorkspacePage(List.of(), page.next())
                : page;

    assertThat(read(organization, SETTINGS, scan(ALL))).hasSize(200);
  }

  @Test
  void a_page_that_fails_surfaces_after_the_rows_before_it() {
    FakeOrganization organization = FakeOrganization.of(1_000);
    organization.failingRequest = 3;
    List<Object> rows = new ArrayList<>();

    assertThatThrownBy(() -> readInto(rows, organization))
        .extracting("SQLState")
        .isEqualTo(Failure.SERVER_UNAVAILABLE.sqlState());
    assertThat(rows).isEqualTo(names(0, 200));
  }

  @Test
  void a_row_without_an_id_is_a_bad_answer() {
    FakeOrganization organization = FakeOrganization.of(1);
    organization.workspaces.get(0).remove("id");

    assertThatThrownBy(() -> read(organization, SETTINGS, scan(ALL)))
        .extracting("errorCode")
        .isEqualTo(Failure.BAD_ANSWER.vendorCode());
  }

  @Test
  void a_failing_filter_fails_with_its_own_exception() {
    SQLException failure = Failure.DIVISION_BY_ZERO.because();
    BoundScan scan =
        filtered(
            ALL,
            row -> {
              throw new UncheckedSqlException(failure);
            },
            1);

    assertThatThrownBy(() -> read(FakeOrganization.of(1), SETTINGS, scan)).isSameAs(failure);
  }

  @Test
  void a_finished_cursor_stays_finished() throws SQLException {
    try (Session session = session(FakeOrganization.of(1), SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      RowCursor cursor = execution.open(scan(ALL));
      drain(cursor);
      assertThat(cursor.next()).isFalse();
    }
  }

  @Test
  void a_table_of_the_driver_is_not_the_sessions_business() throws SQLException {
    try (Session session = session(FakeOrganization.of(1), SETTINGS);
        Execution execution = session.begin(Duration.ZERO)) {
      assertThatThrownBy(() -> execution.open(scan(new BoundAccess.Local())))
          .extracting("errorCode")
          .isEqualTo(Failure.INTERNAL.vendorCode());
    }
  }

  private static List<Object> read(
      FakeOrganization organization, RunSettings settings, BoundScan scan) throws SQLException {
    try (Session session = session(organization, settings);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan)) {
      return drain(cursor);
    }
  }

  private static void readInto(List<Object> rows, FakeOrganization organization)
      throws SQLException {
    try (Session session = session(organization, SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan(ALL))) {
      while (cursor.next()) {
        Collections.addAll(rows, cursor.row());
      }
    }
  }

  private static void advance(RowCursor cursor, int rows) throws SQLException {
    for (int i = 0; i < rows; i++) {
      cursor.next();
    }
  }
}
