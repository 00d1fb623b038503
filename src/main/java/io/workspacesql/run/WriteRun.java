package io.workspacesql.run;

import io.workspacesql.api.Backoff;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.plan.ScanRunner;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the rows of one write share.
 *
 * @param backoff of requests that had no effect
 * @param reads the statement's own scope: its cancel ends reads in flight
 * @param starting for the first request of a row: ends when another row has failed for good
 * @param finishing for the further requests of a row under way: ends with the statement
 * @param scans for looking workspaces up by name
 * @param looks the same for a {@link Lookout}, which tries again itself
 * @param sent whether a write request may have left the socket
 */
record WriteRun(
    WorkspacesApi api,
    WriteTiming timing,
    Backoff backoff,
    RequestScope reads,
    RequestScope starting,
    RequestScope finishing,
    ScanRunner scans,
    ScanRunner looks,
    Pace pace,
    AtomicBoolean sent) {

  static WriteRun of(Means means, RequestScope statement, ScanRunner scans, ScanRunner looks) {
    return new WriteRun(
        means.api(),
        means.timing(),
        means.settings().backoff(),
        statement,
        statement.lettingFinish(),
        statement.lettingFinish(),
        scans,
        looks,
        new Pace(means.timing()),
        new AtomicBoolean());
  }

  /** No request of a write begins any more. */
  void stop() {
    starting.cancel();
    finishing.cancel();
  }

  /** Ends the requests in flight too. */
  void abort() {
    starting.abort();
    finishing.abort();
  }
}
