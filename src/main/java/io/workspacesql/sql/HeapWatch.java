package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ends one execution that keeps rows before its host runs out of memory.
 *
 * <p>It looks at what the garbage collector could not free: no count of rows tells what groups,
 * joins and lists of them weigh. Used by the thread that executes.
 */
final class HeapWatch {
  /** Less would fail statements that fit, more comes too late for lists that double in size. */
  private static final double FULL = 0.75;

  private static final int ROWS_BETWEEN_LOOKS = 2_000;

  /** The time of a full collection is little beside that of a hundred pages. */
  private static final int ROWS_BETWEEN_COLLECTIONS = 10_000;

  /** Of collectors that have generations, the old one; null = this JVM does not tell. */
  private static final @Nullable MemoryPoolMXBean KEPT =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .filter(MemoryPoolMXBean::isUsageThresholdSupported)
          .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
          .findFirst()
          .orElse(null);

  /** What was left before this execution, of rows that may have been given back since. */
  private final long leftBefore = left();

  private long rows;
  private long nextLook = ROWS_BETWEEN_LOOKS;

  /** Counts a row that came in, and looks now and then. */
  void row() throws SQLException {
    if (++rows == nextLook) {
      nextLook += isFull() ? afterFullCollection() : ROWS_BETWEEN_LOOKS;
    }
  }

  /**
   * The last collection may have been a part of one, or have seen rows that an earlier statement
   * has given back since. Hosts may turn off this one ({@code -XX:+DisableExplicitGC}): then only
   * what a collection of the JVM's own finds counts.
   */
  private long afterFullCollection() throws SQLException {
    System.gc();
    if (left() != leftBefore && isFull()) {
      throw Failure.TOO_MUCH_MEMORY.because(
          String.format(
              Locale.ROOT,
              "The statement has to keep too many rows in memory: it has read %,d, and %d %% of the"
                  + " JVM's memory are taken; narrow it, or give the JVM more",
              rows,
              Math.round(taken() * 100)));
    }
    return ROWS_BETWEEN_COLLECTIONS;
  }

  private static boolean isFull() {
    return taken() > FULL;
  }

  /** The share of the memory that is taken by what the last collection left. */
  private static double taken() {
    return KEPT == null
        ? 0
        : (double) Math.min(left(), KEPT.getUsage().getUsed()) / KEPT.getUsage().getMax();
  }

  /** Bytes that the last collection left; more than there are now when it was long ago. */
  private static long left() {
    MemoryUsage usage = KEPT == null ? null : KEPT.getCollectionUsage();
    return usage == null ? 0 : usage.getUsed();
  }
}
