package io.workspacesql.run;

import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.ListingCall;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a listing of each workspace that a scan finds; all are found before the first. */
final class CallPerWorkspace implements WorkspaceSource {
  private static final String WHAT_TO_DO =
      "name fewer by workspace_id or workspace_name, join with fewer, or raise allowFanOut";

  private final Reading reading;
  private final BoundAccess.CallPerWorkspace access;
  private final int most;
  private final BoundScan scan;

  private @Nullable CallSequence calls;

  /**
   * @param most requests, at least 1
   */
  CallPerWorkspace(Reading reading, BoundAccess.CallPerWorkspace access, int most, BoundScan scan) {
    this.reading = reading;
    this.access = access;
    this.most = most;
    this.scan = scan;
  }

  static SQLException tooMany(TableDefinition table, int most) {
    return Failure.FAN_OUT.because(
        "Reading %s needs one request per workspace, and these are more than %d: %s"
            .formatted(table.name(), most, WHAT_TO_DO));
  }

  static SQLException notNamed(TableDefinition table) {
    return Failure.FAN_OUT.because(
        "Reading %s needs one request per workspace, and the statement does not name the workspaces;"
                .formatted(table.name())
            + " nothing was sent. Say workspace_id = … or workspace_name = …, join with the"
            + " workspaces wanted, or permit up to N requests with allowFanOut=N");
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    CallSequence begun = calls == null ? new CallSequence(reading, calls(), scan) : calls;
    calls = begun;
    return begun.next(wanted);
  }

  private List<ListingCall> calls() throws SQLException {
    List<ListingCall> found = new ArrayList<>();
    try (RowCursor workspaces = reading.open(access.workspaces())) {
      while (workspaces.next()) {
        if (found.size() == most) {
          throw tooMany(scan.table(), most);
        }
        found.add(access.call(workspaces.row()));
      }
    }
    return found;
  }
}
