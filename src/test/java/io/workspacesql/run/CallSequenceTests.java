package io.workspacesql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.Fold;
import io.workspacesql.plan.Operand;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallSequenceTests {
  private static final ColumnDefinition WORKSPACE_ID =
      ListedTables.CONNECTORS.column("workspace_id");
  private static final ColumnDefinition ID = ListedTables.CONNECTORS.column("id");

  private final FakeOrganization organization = FakeOrganization.of(120);

  /** Each workspace has two connectors, those whose number ends in 0 none. */
  @BeforeEach
  void give_connectors() {
    organization.listed =
        query -> {
          String workspace = query.parameters().get(0).value();
          return workspace.endsWith("0")
              ? List.of()
              : List.of(Map.of("id", "a of " + workspace), Map.of("id", "b of " + workspace));
        };
  }

  @Test
  void rows_come_in_the_order_of_the_workspaces_with_what_the_request_says() throws SQLException {
    List<List<Object>> expected = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String id = FakeOrganization.id(i);
      if (i % 10 != 0) {
        expected.add(List.of("a of " + id, id));
        expected.add(List.of("b of " + id, id));
      }
    }
    assertThat(read(connectors(30, Long.MAX_VALUE))).isEqualTo(expected);
    assertThat(organization.requests).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void no_more_requests_are_under_way_than_the_connection_allows() throws SQLException {
    read(connectors(50, Long.MAX_VALUE));
    assertThat(organization.mostInFlight.get())
        .isBetween(1, Scans.SETTINGS.maxConcurrentRequests());
  }

  @Test
  void the_first_rows_take_the_first_request() throws SQLException {
    assertThat(read(connectors(50, 2))).hasSize(2);
    assertThat(organization.requests).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void more_than_a_hundred_are_refused_before_the_first() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> read(connectors(101, Long.MAX_VALUE)))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("53400"));
    assertThat(organization.requests).isEmpty();
  }

  @Test
  void a_failure_ends_the_rows() {
    organization.failingRequest = 5;
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> read(connectors(50, Long.MAX_VALUE)));
  }

  private List<List<Object>> read(BoundScan scan) throws SQLException {
    try (Session session = Scans.session(organization, Scans.SETTINGS);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor rows = execution.open(scan)) {
      List<List<Object>> read = new ArrayList<>();
      while (rows.next()) {
        read.add(List.of(rows.row()));
      }
      return read;
    }
  }

  private static BoundScan connectors(int workspaces, long fetch) throws SQLException {
    List<Operand> ids =
        IntStream.range(0, workspaces)
            .mapToObj(FakeOrganization::id)
            .<Operand>map(Operand.Constant::new)
            .toList();
    ScanPlan plan =
        ScanPlan.of(ListedTables.CONNECTORS)
            .withColumns(List.of(ID, WORKSPACE_ID))
            .withConditions(List.of(new Condition.In(WORKSPACE_ID, Fold.NONE, ids)))
            .withLimit(null, new Operand.Constant(fetch));
    BoundScan scan = plan.bind(List.of());
    assertThat(scan.access()).isInstanceOf(BoundAccess.Calls.class);
    assertThat(scan.table()).isNotEqualTo(Catalog.WORKSPACES);
    return scan;
  }
}
