package io.workspacesql.sql.dml;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.Fold;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an UPDATE or DELETE means. Where the condition names the ids and nothing else, the
 * rows need not be read; otherwise they are read to the end before the first one is handed out, so
 * that no write can change what is still to be read.
 */
final class RowsToWrite {
  private final RowsPlanner.Rows rows;
  private final @Nullable ScanPlan keys;

  private RowsToWrite(RowsPlanner.Rows rows, @Nullable ScanPlan keys) {
    this.rows = rows;
    this.keys = keys;
  }

  /**
   * Plans the rows.
   *
   * @param columns what to read of each row; the first is the id
   * @param mustRead whether values depend on the row
   */
  static RowsToWrite plan(
      RowsPlanner planner,
      List<SqlNode> columns,
      SqlNode from,
      @Nullable SqlNode condition,
      boolean mustRead)
      throws SQLException {
    RowsPlanner.Rows rows = planner.plan(Syntax.select(columns, from, condition));
    Optional<ScanPlan> keys =
        mustRead ? Optional.empty() : rows.bareScan().filter(RowsToWrite::namesIdsOnly);
    return new RowsToWrite(rows, keys.orElse(null));
  }

  private static boolean namesIdsOnly(ScanPlan scan) {
    return scan.measure() == Measure.ROWS
        && !scan.isClosed()
        && !scan.conditions().isEmpty()
        && scan.conditions().stream().allMatch(RowsToWrite::namesIds);
  }

  private static boolean namesIds(Condition condition) {
    return condition instanceof Condition.In in
        && in.fold() == Fold.NONE
        && in.column().equals(Catalog.WORKSPACES.column("id"));
  }

  Map<Integer, ParameterType> parameters() {
    return rows.parametersByIndex();
  }

  RequestPlan requestPlan() {
    return keys == null ? rows.requestPlan() : new RequestPlan(List.of(), List.of());
  }

  boolean areRead() {
    return keys == null;
  }

  /** One array per distinct id, the id first; only the id where rows are not read. */
  List<@Nullable Object[]> freeze(ExecutionContext context) throws SQLException {
    return keys == null ? read(context) : named(keys, context);
  }

  private static List<@Nullable Object[]> named(ScanPlan keys, ExecutionContext context)
      throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    if (keys.bind(context.parameters()).access() instanceof BoundAccess.Keys access) {
      access.ids().forEach(id -> rows.add(new @Nullable Object[] {id}));
    }
    return rows;
  }

  private List<@Nullable Object[]> read(ExecutionContext context) throws SQLException {
    Map<@Nullable Object, @Nullable Object[]> byId = new LinkedHashMap<>();
    try (RowCursor cursor = rows.open(context)) {
      while (cursor.next()) {
        @Nullable Object[] row = Arrays.copyOf(cursor.row(), rows.width());
        byId.putIfAbsent(row[0], row);
      }
    }
    return new ArrayList<>(byId.values());
  }
}
