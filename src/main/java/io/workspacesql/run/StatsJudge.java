package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one session whether counts may come from the stats. Safe for use by several threads.
 */
final class StatsJudge {
  /** Older stats say nothing about a walk: the organization may have changed since. */
  static final Duration FRESH = Duration.ofMinutes(5);

  private final LongSupplier nanoTime;
  private StatsTrust trust;
  private @Nullable WorkspaceStats seen;
  private long seenAt;

  StatsJudge(StatsTrust trust, LongSupplier nanoTime) {
    this.trust = trust;
    this.nanoTime = nanoTime;
  }

  /** What holds now: {@code TRUST} ask, {@code VERIFY} compare first, {@code NEVER} walk. */
  synchronized StatsTrust trust() {
    return trust;
  }

  /** Remembers an answer that a later walk can confirm or refute. */
  synchronized void saw(WorkspaceStats stats) {
    seen = stats;
    seenAt = nanoTime.getAsLong();
  }

  /** Forgets the answer: the workspaces have changed since. */
  synchronized void forget() {
    seen = null;
  }

  /** Judges by a walk over all workspaces that left nothing out. */
  void walkedAll(long counted, Remarks remarks) throws SQLException {
    WorkspaceStats stats = freshlySeen();
    if (stats != null && stats.total() != counted) {
      refuse(null, stats, counted, remarks);
    }
  }

  /** Judges by a walk over the workspaces of a status, null = all, and stats asked after it. */
  void verify(@Nullable WorkspaceStatus status, long counted, WorkspaceStats stats, Remarks remarks)
      throws SQLException {
    if (stats.addsUp() && number(stats, status) == counted) {
      confirm();
    } else {
      refuse(status, stats, counted, remarks);
    }
  }

  /** The stats' number of workspaces with this status, null = all. */
  static long number(WorkspaceStats stats, @Nullable WorkspaceStatus status) {
    if (status == null) {
      return stats.total();
    }
    return switch (status) {
      case ACTIVE -> stats.active();
      case INACTIVE -> stats.inactive();
    };
  }

  private synchronized @Nullable WorkspaceStats freshlySeen() {
    return nanoTime.getAsLong() - seenAt <= FRESH.toNanos() ? seen : null;
  }

  private synchronized void confirm() {
    if (trust == StatsTrust.VERIFY) {
      trust = StatsTrust.TRUST;
    }
  }

  private void refuse(
      @Nullable WorkspaceStatus status, WorkspaceStats stats, long counted, Remarks remarks)
      throws SQLException {
    synchronized (this) {
      trust = StatsTrust.NEVER;
      seen = null;
    }
    String which = status == null ? "" : status.text() + " ";
    String said =
        "The stats count %d %sworkspaces (%d active + %d inactive = %d), the list holds %d"
            .formatted(
                number(stats, status),
                which,
                stats.active(),
                stats.inactive(),
                stats.total(),
                counted);
    remarks.countsDiffer(said + "; from now on this connection counts the list");
  }
}
