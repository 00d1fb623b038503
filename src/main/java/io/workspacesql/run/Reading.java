package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.model.WorkspaceStats;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the sources of one scan share. */
record Reading(Means means, Remarks remarks, RequestScope scope, PageTally tally) {

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
