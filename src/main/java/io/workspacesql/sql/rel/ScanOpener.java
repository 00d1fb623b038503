package io.workspacesql.sql.rel;

import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import org.apache.calcite.DataContext;

/** Opens scans with the parameters of one execution; travels in the {@link DataContext}. */
public interface ScanOpener {
  /** The name under which a {@link DataContext} holds the execution's opener. */
  String VARIABLE = "scanOpener";

  RowCursor open(ScanPlan plan) throws SQLException;

  /** Makes one side of a join known, before any row is read: scans of the other side ask it. */
  void join(int side, JoinedRows<?> rows);

  /** What {@link #join} has made known last of this side. */
  JoinedRows<?> joined(int side);

  /** Whether the keys of this scan may come in parts, without a request more for it. */
  boolean mayBeAskedInParts(ScanPlan plan) throws SQLException;

  /**
   * Returns when the execution may go on.
   *
   * @throws io.workspacesql.error.UncheckedSqlException with the reason why it must not
   */
  void checkGoesOn();

  /** The opener of the execution that this context belongs to. */
  static ScanOpener of(DataContext context) {
    if (context.get(VARIABLE) instanceof ScanOpener opener) {
      return opener;
    }
    throw new IllegalStateException("the data context has no " + VARIABLE);
  }
}
