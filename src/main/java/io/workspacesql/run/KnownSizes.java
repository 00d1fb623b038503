package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long the lists of one session's organization are, as stats and finished walks have told
 * within {@link StatsJudge#FRESH}. Good for choosing a path, never for an answer. Safe for use by
 * several threads.
 */
final class KnownSizes {
  private static final String ALL = "";

  private final LongSupplier nanoTime;
  private final Map<String, Size> sizes = new HashMap<>();
  private boolean inVain;
  private long askedInVainAt;

  KnownSizes(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The list of this status, null = all, has this many rows. */
  synchronized void learn(@Nullable WorkspaceStatus status, long rows) {
    sizes.put(key(status), new Size(rows, nanoTime.getAsLong()));
  }

  void learn(WorkspaceStats stats) {
    learn(null, stats.total());
    for (WorkspaceStatus status : WorkspaceStatus.values()) {
      learn(status, StatsJudge.number(stats, status));
    }
  }

  /** At most this many rows has the list of this status, null = all; empty = unknown. */
  synchronized OptionalLong of(@Nullable WorkspaceStatus status) {
    OptionalLong own = fresh(key(status));
    return own.isPresent() ? own : fresh(ALL);
  }

  /** Stats that could not tell will not be able to for a while. */
  synchronized void askedInVain() {
    askedInVainAt = nanoTime.getAsLong();
    inVain = true;
  }

  /** Whether the stats have not been asked in vain within {@link StatsJudge#FRESH}. */
  synchronized boolean isWorthAsking() {
    return !inVain || nanoTime.getAsLong() - askedInVainAt > StatsJudge.FRESH.toNanos();
  }

  synchronized void forget() {
    sizes.clear();
    inVain = false;
  }

  private OptionalLong fresh(String key) {
    Size size = sizes.get(key);
    return size != null && nanoTime.getAsLong() - size.learnedAt() <= StatsJudge.FRESH.toNanos()
        ? OptionalLong.of(size.rows())
        : OptionalLong.empty();
  }

  private static String key(@Nullable WorkspaceStatus status) {
    return status == null ? ALL : status.text();
  }

  private record Size(long rows, long learnedAt) {}
}
