package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.WriteReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What was written since the last commit, which no rollback can undo. Thread-safe. */
final class StandingWrites {
  private static final int NAMED_WRITES = 10;

  private final List<String> named = new ArrayList<>();
  private long unnamed;

  synchronized void add(WriteReport report) {
    List<String> ids =
        report.outcomes().stream()
            .filter(WriteLog::mayStand)
            .map(outcome -> String.valueOf(new ReportedRow(outcome).workspaceId()))
            .toList();
    if (ids.isEmpty() || report.dryRun()) {
      return;
    }
    if (named.size() == NAMED_WRITES) {
      unnamed++;
    } else {
      named.add(report.write().verb() + " of " + FewOf.shown(ids));
    }
  }

  synchronized void forget() {
    named.clear();
    unnamed = 0;
  }

  /** 25000 when something stands; the next call succeeds, so that closing works. */
  synchronized void rollback() throws SQLException {
    if (named.isEmpty()) {
      return;
    }
    String writes =
        String.join("; ", named) + (unnamed > 0 ? "; and " + unnamed + " more writes" : "");
    forget();
    throw Failure.TRANSACTION.because(
        "There are no transactions, these writes stand and cannot be rolled back: " + writes);
  }
}
