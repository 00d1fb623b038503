package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the sources of one scan share. */
record Reading(Means means, Remarks remarks, RequestScope scope, PageTally tally) {

  /** Opens a scan as a part of this reading, which ends with it. */
  RowCursor open(BoundScan scan) throws SQLException {
    RequestScope own = scope.part();
    Reading part = new Reading(means, remarks, own, tally);
    return new ScanCursor(new SourceChoice(part).of(scan), scan, own, scope.onCancel(own::cancel));
  }

  /** Asks for the stats and remembers them; null = their parts do not add up. */
  @Nullable WorkspaceStats askStats() throws SQLException {
    WorkspaceStats stats = means.api().stats(scope);
    if (!stats.addsUp()) {
      return null;
    }
    means.judge().saw(stats);
    means.sizes().learn(stats);
    return stats;
  }
}
