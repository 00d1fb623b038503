package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.RequestRecord;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.PushdownRule;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanRunner;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LocalTablesTests {
  private final Ledger ledger = new Ledger();
  private final RowCursor remoteRows = new StaticRows(List.of());
  private final ScanRunner runner =
      new LocalTables(ledger, () -> List.<Object[]>of(new Object[] {"a", "1", "2", "A"}), List::of)
          .before(scan -> remoteRows);

  private void request(long statement, String method, Integer status) {
    ledger.add(
        new RequestRecord(
            statement,
            1,
            method,
            "/workspaces",
            null,
            status,
            Instant.ofEpochMilli(7),
            5,
            9,
            "r",
            null));
  }

  private List<List<Object>> read(BoundScan scan) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (RowCursor cursor = runner.open(scan)) {
      while (cursor.next()) {
        rows.add(Arrays.asList(cursor.row()));
      }
    }
    return rows;
  }

  private static BoundScan scan(
      TableDefinition table, List<ColumnDefinition> columns, Predicate<Object[]> filter) {
    return new BoundScan(table, new BoundAccess.Local(), columns, filter, true, 0, Long.MAX_VALUE);
  }

  @Test
  void requests_have_a_value_of_the_right_class_for_every_column() throws SQLException {
    request(3, "GET", 200);
    assertThat(read(scan(Catalog.REQUESTS, Catalog.REQUESTS.columns(), row -> true)))
        .containsExactly(
            Arrays.asList(1L, 3L, 1, "GET", "/workspaces", null, 200, 7_000L, 5L, 9L, "r", null));
  }

  @Test
  void columns_filter_offset_and_fetch_are_honoured() throws SQLException {
    for (int i = 1; i <= 6; i++) {
      request(i, i % 2 == 0 ? "GET" : "POST", i == 6 ? null : 200 + i);
    }
    List<ColumnDefinition> columns =
        List.of(Catalog.REQUESTS.column("http_method"), Catalog.REQUESTS.column("request_no"));
    BoundScan gets =
        new BoundScan(
            Catalog.REQUESTS,
            new BoundAccess.Local(),
            columns,
            row -> "GET".equals(row[0]),
            true,
            1,
            1);
    assertThat(read(gets)).containsExactly(Arrays.asList("GET", 4L));
  }

  @Test
  void properties_are_those_of_the_connection() throws SQLException {
    assertThat(read(scan(Catalog.PROPERTIES, Catalog.PROPERTIES.columns(), row -> true)))
        .containsExactly(Arrays.asList("a", "1", "2", "A"));
  }

  @Test
  void pushdown_has_a_value_of_the_right_class_for_every_column() throws SQLException {
    List<List<Object>> rows = read(scan(Catalog.PUSHDOWN, Catalog.PUSHDOWN.columns(), row -> true));
    assertThat(rows).hasSameSizeAs(PushdownRule.all());
    assertThat(rows.get(0)).startsWith("workspaces", "id", "=", "/workspaces/{id}", "exact");
  }

  @Test
  void every_other_access_is_left_to_the_execution() throws SQLException {
    BoundScan pages =
        new BoundScan(
            Catalog.WORKSPACES,
            new BoundAccess.Pages(null, null),
            Catalog.WORKSPACES.columns(),
            row -> true,
            false,
            0,
            1);
    assertThat(runner.open(pages)).isSameAs(remoteRows);
  }
}
