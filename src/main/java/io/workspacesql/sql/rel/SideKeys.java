package io.workspacesql.sql.rel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that one side of a join brings to the scan of the other. */
public interface SideKeys {
  /** The distinct keys, in the order of the rows; null = too many. */
  @Nullable Set<String> keys();

  /**
   * Rows that the scan has found for keys asked for before, in which those found now are kept; null
   * = there is no before and no after.
   */
  default @Nullable List<@Nullable Object[]> found() {
    return null;
  }
}
