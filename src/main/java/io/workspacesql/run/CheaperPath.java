package io.workspacesql.run;

import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.RequestCost;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The same rows from either of two sources: many requests apart, such as one per id, or one walk
 * over a longer list. Chosen when the first row is read, by what is known then of the list's
 * length.
 */
final class CheaperPath implements WorkspaceSource {
  private final Reading reading;
  private final WorkspaceSource apart;
  private final int requests;
  private final WorkspaceSource walk;
  private final @Nullable WorkspaceStatus status;

  private @Nullable WorkspaceSource chosen;

  /**
   * @param requests that {@code apart} takes
   * @param status of the rows that {@code walk} lists, null = all
   */
  CheaperPath(
      Reading reading,
      WorkspaceSource apart,
      int requests,
      WorkspaceSource walk,
      @Nullable WorkspaceStatus status) {
    this.reading = reading;
    this.apart = apart;
    this.requests = requests;
    this.walk = walk;
    this.status = status;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    WorkspaceSource source = chosen == null ? choose() : chosen;
    chosen = source;
    return source.next(wanted);
  }

  @Override
  public void close() {
    apart.close();
    walk.close();
  }

  private WorkspaceSource choose() throws SQLException {
    OptionalLong rows = rows();
    int pageSize = reading.means().settings().pageSize();
    boolean walkIsCheaper =
        rows.isPresent() && RequestCost.ofWalk(rows.getAsLong(), pageSize) < requests;
    return walkIsCheaper ? walk : apart;
  }

  private OptionalLong rows() throws SQLException {
    OptionalLong known = reading.means().sizes().of(status);
    if (known.isEmpty() && requests > RequestCost.ASKS_SIZE_ABOVE && mayAsk()) {
      ask();
      return reading.means().sizes().of(status);
    }
    return known;
  }

  private boolean mayAsk() {
    return reading.means().judge().trust() == StatsTrust.TRUST;
  }

  /** Stats that cannot be had are no reason to fail: there is a way without them. */
  private void ask() throws SQLException {
    try {
      reading.askStats();
    } catch (SQLException e) {
      reading.scope().check();
      reading.remarks().sizeUnknown(e, requests);
    }
  }
}
