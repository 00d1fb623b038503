package io.workspacesql.sql;

import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.dml.RowsPlanner;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A planned query: what it returns, what it sends, and how its rows are computed.
 *
 * @param describedRequests made when somebody asks
 * @param parametersByIndex the parameters that stand in it, by zero-based index in the statement
 * @param mintsTokens whether a leaf of it mints a token
 */
record QueryPlan(
    List<ResultColumn> columns,
    Map<Integer, ParameterType> parametersByIndex,
    Supplier<RequestPlan> describedRequests,
    Body body,
    boolean mintsTokens)
    implements PreparedPlan, RowsPlanner.Rows {

  /** How the rows come about. */
  @FunctionalInterface
  interface Body {
    RowCursor open(ExecutionContext context) throws SQLException;

    /** Whether rows go to the reader one by one as they come. */
    default boolean streams() {
      return false;
    }
  }

  @Override
  public StatementKind kind() {
    return StatementKind.QUERY;
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    return mintsTokens ? MintingRows.of(body, context) : body.open(context);
  }

  @Override
  public List<ParameterType> parameters() {
    return List.copyOf(parametersByIndex.values());
  }

  @Override
  public RequestPlan requestPlan() {
    return describedRequests.get();
  }

  /** Whether rows go to the reader one by one as they come. */
  boolean streams() {
    return body.streams();
  }

  @Override
  public int width() {
    return columns.size();
  }

  @Override
  public Optional<ScanPlan> bareScan() {
    return body instanceof BareScan scan ? Optional.of(scan.plan()) : Optional.empty();
  }

  /** Rows straight from the leaf, with nothing left to compute. */
  record BareScan(ScanPlan plan) implements Body {
    @Override
    public RowCursor open(ExecutionContext context) throws SQLException {
      return Scans.open(plan, context, context.maxRows(), context.fetchSize());
    }

    @Override
    public boolean streams() {
      return true;
    }
  }

  static Body noRows() {
    return context -> FixedRows.of(List.of());
  }
}
