package io.workspacesql.run;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.observe.Ledger;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The running half of a connection: its API client, its ledger and its threads. Safe for use by
 * several threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Session implements AutoCloseable {
  private final WorkspacesApi api;
  private final RunSettings settings;
  private final Ledger ledger;

  public Session(WorkspacesApi api, RunSettings settings, Ledger ledger) {
    this.api = api;
    this.settings = settings;
    this.ledger = ledger;
  }

  /** Requests of this connection, with those of connecting. */
  public Ledger ledger() {
    return ledger;
  }

  /** Proves the credentials, see {@link WorkspacesApi#verifyCredentials}. */
  public void verifyCredentials(Deadline deadline) throws SQLException {
    throw new UnsupportedOperationException();
  }

  /**
   * Begins one execution of a statement.
   *
   * @param timeout for all its requests; {@link Duration#ZERO} = none
   */
  public Execution begin(Duration timeout) {
    throw new UnsupportedOperationException();
  }

  /** Ends everything in flight and frees threads and sockets; a second call does nothing. */
  @Override
  public void close() {
    api.close();
  }

  RunSettings settings() {
    return settings;
  }
}
