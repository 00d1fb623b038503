package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a source that pass the scan's filter, from its offset on, as many as it wants. */
final class ScanCursor implements RowCursor {
  private final WorkspaceSource source;
  private final BoundScan scan;
  private final RowForm form;
  private final RequestScope scope;
  private final RequestScope.Registration link;
  private final long lastMatch;

  private @Nullable Object[] row = {};
  private long matched;
  private boolean finished;

  /**
   * @param scope cancelled by {@link #close}, so it must be the cursor's own
   * @param link what ties the scope to the execution
   */
  ScanCursor(
      WorkspaceSource source, BoundScan scan, RequestScope scope, RequestScope.Registration link) {
    this.source = source;
    this.scan = scan;
    this.form = RowForm.of(scan);
    this.scope = scope;
    this.link = link;
    this.lastMatch = lastMatch(scan);
  }

  /** The number of the last matching row that a scan looks at, its offset included. */
  static long lastMatch(BoundScan scan) {
    if (scan.fetch() == 0) {
      return 0;
    }
    return scan.fetch() > Long.MAX_VALUE - scan.offset()
        ? Long.MAX_VALUE
        : scan.offset() + scan.fetch();
  }

  /** Of so many rows, those that the scan looks at when none of them is dropped. */
  static long needed(BoundScan scan, long rows) {
    return scan.filterDrops() ? rows : Math.min(rows, lastMatch(scan));
  }

  @Override
  public boolean next() throws SQLException {
    if (finished) {
      return false;
    }
    try {
      finished = !advance();
    } catch (UncheckedSqlException e) {
      close();
      throw e.failure();
    } catch (SQLException e) {
      close();
      throw e;
    }
    if (finished) {
      close();
    }
    return !finished;
  }

  private boolean advance() throws SQLException {
    while (matched < lastMatch) {
      scope.check();
      @Nullable Object[] candidate = source.next(lastMatch - matched);
      if (candidate == null) {
        return false;
      }
      if (matches(candidate) && ++matched > scan.offset()) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(@Nullable Object[] candidate) {
    row = form.cut(candidate);
    return form.filter().test(row);
  }

  @Override
  public @Nullable Object[] row() {
    return row;
  }

  @Override
  public void close() {
    scope.cancel();
    link.close();
    source.close();
  }
}
