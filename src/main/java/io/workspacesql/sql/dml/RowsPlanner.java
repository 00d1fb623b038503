package io.workspacesql.sql.dml;

import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;

/** Plans the queries that a write is made of. */
@FunctionalInterface
public interface RowsPlanner {

  /** Plans a query of parsed, not yet validated syntax. */
  Rows plan(SqlNode query) throws SQLException;

  /** A planned query. */
  interface Rows {
    /** The parameters that stand in it, by zero-based index in the whole statement. */
    Map<Integer, ParameterType> parametersByIndex();

    /** The leaf, when the query is nothing but a leaf. */
    Optional<ScanPlan> bareScan();

    RequestPlan requestPlan();

    /** How many columns a row has. */
    int width();

    RowCursor open(ExecutionContext context) throws SQLException;
  }
}
