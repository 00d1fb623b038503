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
  private final WorkspaceSource blind;

  private @Nullable WorkspaceSource chosen;

  /**
   * @param requests that {@code apart} takes
   * @param status of the rows that {@code walk} lists, null = all
   * @param blind what to do where the requests are many, and nobody can tell whether the walk is
   *     shorter
   */
  CheaperPath(
      Reading reading,
      WorkspaceSource apart,
      int requests,
      WorkspaceSource walk,
      @Nullable WorkspaceStatus status,
      WorkspaceSource blind) {
    this.reading = reading;
    this.apart = apart;
    this.requests = requests;
    this.walk = walk;
    this.status = status;
    this.blind = blind;
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
    blind.close();
  }

  /** Whether the requests are chosen, and so would be each part of them. */
  boolean isApart() throws SQLException {
    return choose() == apart;
  }

  private WorkspaceSource choose() throws SQLException {
    OptionalLong rows = reading.means().sizes().of(status);
    if (rows.isEmpty() && requests > RequestCost.ASKS_SIZE_ABOVE) {
      if (!mayAsk()) {
        return blind;
      }
      if (reading.means().sizes().isWorthAsking()) {
        ask();
        rows = reading.means().sizes().of(status);
      }
    }
    boolean walkIsCheaper =
        rows.isPresent()
            && RequestCost.ofWalk(rows.getAsLong(), reading.means().servedRows()) < requests;
    return walkIsCheaper ? walk : apart;
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
    if (reading.means().sizes().of(status).isEmpty()) {
      reading.means().sizes().askedInVain();
    }
  }
}
