package io.workspacesql.run;

import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;

/**
 * What one execution has to say beside its rows; with strict paging it fails instead. Safe for use
 * by several threads.
 */
final class Remarks {
  private static final int CAPACITY = 100;

  private final boolean strict;
  private final List<SQLWarning> warnings = new ArrayList<>();

  Remarks(boolean strict) {
    this.strict = strict;
  }

  void failIfStrict(String anomaly) throws SQLException {
    if (strict) {
      throw Failure.PAGE_WALK.because(anomaly);
    }
  }

  void pageAnomaly(String anomaly) {
    add(Notice.PAGE_ANOMALY.because(anomaly));
  }

  void countsDiffer(String numbers) throws SQLException {
    if (strict) {
      throw Failure.COUNTS_DIFFER.because(numbers);
    }
    add(Notice.COUNTS_DIFFER.because(numbers));
  }

  void sizeUnknown(SQLException reason, int requests) {
    add(
        Notice.GENERAL.because(
            "Sends up to %d requests, as the stats could not tell whether fewer would do (%s)"
                .formatted(requests, reason.getMessage())));
  }

  /**
   * @param reason the server's words
   */
  void notTold(List<String> columns, String reason) {
    add(
        Notice.NOT_TOLD.because(
            "A scoped token is not told %s of its workspace, so NULL stands there: %s"
                .formatted(String.join(", ", columns), reason)));
  }

  synchronized List<SQLWarning> warnings() {
    return List.copyOf(warnings);
  }

  private synchronized void add(SQLWarning warning) {
    if (warnings.size() < CAPACITY) {
      warnings.add(warning);
    }
  }
}
