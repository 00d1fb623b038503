package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.JoinKeys;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.JoinedRows;
import io.workspacesql.sql.rel.ScanOpener;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the scans of one execution, those that are read more than once only once. */
final class SharedScans implements ScanOpener {
  private final ExecutionContext context;
  private final Set<ScanPlan> readAgain;
  private final @Nullable HeapWatch watch;
  private final int fetchSize;
  private final Map<ScanPlan, SharedRows> shared = new HashMap<>();
  private final Map<Integer, JoinedRows<?>> sides = new HashMap<>();

  /**
   * @param readAgain scans that several places of the plan read, or one place several times
   * @param keepsRows whether the plan has to keep rows, so that their number has to be watched
   */
  SharedScans(ExecutionContext context, Set<ScanPlan> readAgain, boolean keepsRows) {
    this.context = context;
    this.readAgain = readAgain;
    this.watch = keepsRows ? new HeapWatch() : null;
    this.fetchSize = keepsRows ? 0 : context.fetchSize();
  }

  @Override
  public RowCursor open(ScanPlan plan) throws SQLException {
    if (!readAgain.contains(plan)) {
      return fresh(plan);
    }
    SharedRows rows = shared.get(plan);
    if (rows == null || !rows.isComplete()) {
      rows = new SharedRows(fresh(plan));
      shared.put(plan, rows);
    }
    return rows.read();
  }

  @Override
  public void join(int side, JoinedRows<?> rows) {
    sides.put(side, rows);
  }

  @Override
  public JoinedRows<?> joined(int side) {
    return Objects.requireNonNull(sides.get(side));
  }

  @Override
  public boolean mayBeAskedInParts(ScanPlan plan) throws SQLException {
    return context.runner().mayBeAskedInParts(plan.bind(context.parameters()));
  }

  @Override
  public void checkGoesOn() {
    if (context.cancelled().getAsBoolean()) {
      throw new UncheckedSqlException(Failure.CANCELLED.because());
    }
  }

  private RowCursor fresh(ScanPlan plan) throws SQLException {
    JoinKeys wanted = plan.joinKeys();
    JoinedRows<?> side = wanted == null ? null : sides.get(wanted.side());
    RowCursor rows = watched(plan.withKeys(side == null ? null : side.keys()));
    List<@Nullable Object[]> found = side == null ? null : side.found();
    return found == null ? rows : withThoseBefore(rows, found);
  }

  private RowCursor watched(ScanPlan plan) throws SQLException {
    RowCursor rows = Scans.open(plan, context, 0, fetchSize);
    return watch == null ? rows : new WatchedRows(rows, watch);
  }

  /** A key of an earlier part may come again. */
  private static RowCursor withThoseBefore(RowCursor rows, List<@Nullable Object[]> found)
      throws SQLException {
    try (rows) {
      while (rows.next()) {
        found.add(rows.row());
      }
    }
    return FixedRows.of(found);
  }

  private record WatchedRows(RowCursor rows, HeapWatch watch) implements RowCursor {
    @Override
    public boolean next() throws SQLException {
      watch.row();
      return rows.next();
    }

    @Override
    public @Nullable Object[] row() {
      return rows.row();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
