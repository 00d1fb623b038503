package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStats;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that hold numbers of workspaces, from the stats if they are trusted, else by walking.
 *
 * @param <T> what is counted
 */
abstract sealed class CountSource<T> implements WorkspaceSource
    permits WorkspaceCount, StatusCounts {
  private final Reading reading;
  private final PageWalk walk;

  private @Nullable Iterator<@Nullable Object[]> rows;

  /**
   * @param walk over the workspaces to count, not yet begun
   */
  CountSource(Reading reading, PageWalk walk) {
    this.reading = reading;
    this.walk = walk;
  }

  @Override
  public final @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    Iterator<@Nullable Object[]> left = rows == null ? rows(count()).iterator() : rows;
    rows = left;
    return left.hasNext() ? left.next() : null;
  }

  @Override
  public final void close() {
    walk.close();
  }

  /** The next row to count, null = all are counted. */
  final @Nullable Object @Nullable [] walkOn() throws SQLException {
    reading.scope().check();
    return walk.next(Long.MAX_VALUE);
  }

  /** What the stats say. */
  abstract T of(WorkspaceStats stats);

  /** Counts to the end of the walk. */
  abstract T byWalk() throws SQLException;

  /** Has the stats judged by what a walk has counted. */
  abstract void verify(T counted, WorkspaceStats stats, StatsJudge judge, Remarks remarks)
      throws SQLException;

  abstract List<@Nullable Object[]> rows(T counted);

  private T count() throws SQLException {
    return switch (reading.means().judge().trust()) {
      case TRUST -> byStats();
      case VERIFY -> byWalkAndVerify();
      case NEVER -> byWalk();
    };
  }

  private T byStats() throws SQLException {
    WorkspaceStats stats = reading.askStats();
    return stats == null ? byWalk() : of(stats);
  }

  private T byWalkAndVerify() throws SQLException {
    T counted = byWalk();
    if (!walk.hasDropped()) {
      WorkspaceStats stats = reading.means().api().stats(reading.scope());
      verify(counted, stats, reading.means().judge(), reading.remarks());
    }
    return counted;
  }
}
