package io.workspacesql.jdbc;

import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.TokenScope;
import io.workspacesql.sql.PreparedPlan;
import io.workspacesql.sql.PreparedWrite;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a statement and its first write request.
 *
 * @param readOnly the connection's, by property or by {@code setReadOnly}
 * @param token the scope of the connection's token; null = it has none
 */
record Safeguards(
    boolean readOnly, ConnectionSettings.Writes settings, @Nullable TokenScope token) {

  /**
   * Before anything is sent: 25006 on a read-only connection and for a token that a dry run would
   * mint, 42501 with a scoped token, 21000 without a WHERE.
   */
  void admit(PreparedPlan plan) throws SQLException {
    if (plan.mintsTokens()) {
      admitMinting();
    }
    if (plan instanceof PreparedWrite write) {
      if (readOnly) {
        throw Failure.READ_ONLY.because("The connection is read-only; nothing was sent");
      }
      if (token != null) {
        throw token.refusal("A write");
      }
      if (settings.safeUpdates() && !write.saysWhichRows()) {
        throw Failure.NO_WHERE.because();
      }
    }
  }

  private void admitMinting() throws SQLException {
    if (readOnly) {
      throw Failure.READ_ONLY.because(
          "The connection is read-only and mints no token; nothing was sent");
    }
    if (token != null) {
      throw token.refusal("Minting a token");
    }
    if (settings.dryRun()) {
      throw Failure.READ_ONLY.because(
          "A dry run (dryRun=true) mints no token; nothing was sent. EXPLAIN PLAN FOR SELECT … shows"
              + " the requests");
    }
  }

  /** When the rows are known and none is written: 53400 if they are too many. */
  void admit(FrozenWrite write) throws SQLException {
    int most = settings.maxAffectedRows();
    int rows = write.tasks().size();
    if (most > 0 && rows > most) {
      throw Failure.TOO_MANY_ROWS.because(write.verb(), rows, most);
    }
  }
}
