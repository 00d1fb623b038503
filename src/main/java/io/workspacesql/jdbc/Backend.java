package io.workspacesql.jdbc;

import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.Listeners;
import io.workspacesql.plan.TokenScope;
import io.workspacesql.run.Execution;
import io.workspacesql.sql.Planner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind a connection: the planner and the running half. Safe for several threads. */
interface Backend extends AutoCloseable {

  Planner planner();

  /** Requests of this connection. */
  Ledger ledger();

  /** Who hears what the connection does. */
  Listeners listeners();

  /** See {@link io.workspacesql.run.Session#nameApplication}. */
  void nameApplication(@Nullable String name);

  /** Fails with 28000 when the server does not accept the credentials. */
  void verifyCredentials(Duration timeout) throws SQLException;

  /** Proves with one request that the server answers and accepts the token. */
  void ping(Duration timeout) throws SQLException;

  /** See {@link io.workspacesql.run.Session#tokenScope}. */
  @Nullable TokenScope tokenScope();

  /** See {@link io.workspacesql.run.Session#begin}. */
  Execution begin(Duration timeout) throws SQLException;

  /** The connection URL without credentials. */
  String url();

  /** The client id, or the empty text. */
  String userName();

  /** Rows of {@code driver.properties}: name, setting, default and description. */
  List<@Nullable Object[]> properties();

  @Override
  void close();
}
