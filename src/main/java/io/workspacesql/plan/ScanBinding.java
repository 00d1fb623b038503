package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Listing;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a scan ready to run, once the parameters' values are known. */
final class ScanBinding {
  private final ScanPlan plan;
  private final List<@Nullable Object> parameters;

  private ScanBinding(ScanPlan plan, List<@Nullable Object> parameters) {
    this.plan = plan;
    this.parameters = parameters;
  }

  static BoundScan bind(ScanPlan plan, List<@Nullable Object> parameters) throws SQLException {
    return new ScanBinding(plan, parameters).bind();
  }

  private BoundScan bind() throws SQLException {
    long offset = rowCount(plan.offset(), 0, "OFFSET");
    long fetch = rowCount(plan.fetch(), Long.MAX_VALUE, "LIMIT");
    BoundConditions conditions = BoundConditions.of(plan, parameters);
    BoundAccess access = access(conditions, fetch);
    List<ColumnDefinition> columns = plan.columnsWithConditions();
    boolean drops = new WorkspacesAccess(plan, conditions).filterDrops(access);
    return new BoundScan(
        plan.table(), access, columns, conditions.filter(columns), drops, offset, fetch);
  }

  private BoundAccess access(BoundConditions conditions, long fetch) throws SQLException {
    if (conditions.impossible() != null) {
      return new BoundAccess.Nothing(conditions.impossible());
    }
    if (fetch == 0) {
      return new BoundAccess.Nothing("LIMIT 0");
    }
    if (plan.call() != null) {
      return new BoundAccess.Token(plan.call().number(), plan.call().bind(parameters));
    }
    if (plan.table().kind().isLocal()) {
      return new BoundAccess.Local();
    }
    Listing listing = plan.table().listing();
    return listing == null
        ? new WorkspacesAccess(plan, conditions).access()
        : new ListingAccess(listing, plan, conditions, parameters).access();
  }

  private long rowCount(@Nullable Operand operand, long absent, String clause) throws SQLException {
    if (operand == null) {
      return absent;
    }
    Object value = operand.resolve(parameters);
    if (value instanceof Number number && number.longValue() >= 0) {
      return number.longValue();
    }
    throw Failure.INVALID_ROW_COUNT.because(clause, value == null ? "NULL" : value);
  }
}
