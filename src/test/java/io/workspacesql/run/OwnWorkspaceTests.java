package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.observe.Ledger;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the workspace of a scoped token is asked for, and when what is known serves. */
final class OwnWorkspaceTests {
  private static final String ID = FakeOrganization.id(7);
  private static final String ORGANIZATION = FakeOrganization.id(999);
  private static final String GET = "get " + ID;
  private static final String INFO = "own workspace";

  private final FakeOrganization organization = FakeOrganization.of(20);
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> warnings = new ArrayList<>();
  private Session session;

  @BeforeEach
  void connect() throws SQLException {
    organization.own = new ScopedWorkspace(ID, "tenant 7", ORGANIZATION);
    session =
        new Session(organization, Scans.SETTINGS, new Ledger(), WriteTiming.SYSTEM, nanos::get);
    session.verifyCredentials(Deadline.NONE);
    organization.requests.clear();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private List<List<Object>> read(BoundAccess access, String... columns) throws SQLException {
    BoundScan scan =
        new BoundScan(
            WORKSPACES, access, Scans.columns(columns), row -> true, false, 0, Long.MAX_VALUE);
    List<List<Object>> rows = new ArrayList<>();
    try (Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan)) {
      while (cursor.next()) {
        rows.add(Arrays.asList(cursor.row()));
      }
      execution.warnings().stream().map(SQLWarning::getMessage).forEach(warnings::add);
    }
    return rows;
  }

  @Test
  void what_connecting_learned_serves_for_a_minute() throws SQLException {
    pass(TokenWorkspace.FRESH);
    assertThat(read(Scans.ALL, "organization_id", "name", "id"))
        .containsExactly(List.of(ORGANIZATION, "tenant 7", ID));
    assertThat(organization.requests).isEmpty();
  }

  @Test
  void after_a_minute_its_name_is_asked_for_once() throws SQLException {
    organization.own = new ScopedWorkspace(ID, "renamed", ORGANIZATION);
    pass(TokenWorkspace.FRESH.plusNanos(1));
    assertThat(read(Scans.ALL, "name")).containsExactly(List.of("renamed"));
    assertThat(read(Scans.COUNT)).containsExactly(List.of(1L));
    assertThat(organization.requests).containsExactly(INFO);
  }

  @Test
  void the_workspace_itself_is_asked_for_what_the_info_does_not_tell() throws SQLException {
    assertThat(read(Scans.ALL, "status", "name")).containsExactly(List.of("active", "tenant 7"));
    assertThat(organization.requests).containsExactly(GET);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_name_that_was_read_with_other_columns_is_known_from_then_on() throws SQLException {
    organization.workspaces.get(7).put("name", "renamed");
    read(Scans.ALL, "status");
    assertThat(read(Scans.ALL, "name")).containsExactly(List.of("renamed"));
    assertThat(organization.requests).containsExactly(GET);
  }

  @Test
  void a_workspace_that_is_gone_is_no_row() throws SQLException {
    organization.workspaces.remove(7);
    assertThat(read(Scans.ALL, "status")).isEmpty();
    assertThat(read(Scans.ACTIVE, "status")).isEmpty();
    assertThat(read(new BoundAccess.CountByStatus())).isEmpty();
    assertThat(read(new BoundAccess.Count(WorkspaceStatus.ACTIVE))).containsExactly(List.of(0L));
  }

  @Test
  void a_tombstone_is_no_row() throws SQLException {
    organization.workspaces.get(7).put("tombstone", true);
    assertThat(read(Scans.ALL, "status")).isEmpty();
  }

  @Test
  void a_refusal_leaves_null_with_a_warning_and_is_remembered() throws SQLException {
    organization.getRefusal = Failure.FORBIDDEN.because("GET /workspaces/{id}", "not with this");
    assertThat(read(Scans.ALL, "status", "id")).containsExactly(Arrays.asList(null, ID));
    assertThat(read(Scans.ALL, "color")).containsExactly(Arrays.asList((Object) null));
    assertThat(organization.requests).containsExactly(GET);
    assertThat(warnings)
        .containsExactly(
            "A scoped token is not told status of its workspace, so NULL stands there: The server"
                + " forbids GET /workspaces/{id}: not with this.",
            "A scoped token is not told color of its workspace, so NULL stands there: The server"
                + " forbids GET /workspaces/{id}: not with this.");
  }

  @Test
  void a_401_is_a_refusal_while_the_token_lives() throws SQLException {
    organization.getRefusal = Failure.CREDENTIALS_REFUSED.because("not with this");
    assertThat(read(Scans.ALL, "status", "id")).containsExactly(Arrays.asList(null, ID));
    assertThat(organization.requests).containsExactly(GET, INFO);
  }

  @Test
  void a_401_is_an_error_when_the_token_has_ended() {
    organization.getRefusal = Failure.CREDENTIALS_REFUSED.because("not with this");
    organization.tokenEnded = true;
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> read(Scans.ALL, "status"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28000"));
  }

  @Test
  void another_fault_is_none_of_these() {
    organization.getRefusal = Failure.SERVER_UNAVAILABLE.because(503, "GET", "later");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> read(Scans.ALL, "status"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08006"));
  }

  @Test
  void another_workspace_is_neither_a_row_nor_a_request() throws SQLException {
    assertThat(read(Scans.keys(1, 2), "id", "status")).isEmpty();
    assertThat(read(Scans.keys(1, 7, 2), "id")).containsExactly(List.of(ID));
    assertThat(organization.requests).isEmpty();
  }

  @Test
  void a_ping_asks_for_the_info_and_not_for_the_stats() throws SQLException {
    session.ping(Deadline.NONE);
    assertThat(organization.requests).containsExactly(INFO);
  }
}
