package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.Execution;
import io.workspacesql.sql.ExecutionContext;
import io.workspacesql.sql.Planning;
import io.workspacesql.sql.PreparedPlan;
import io.workspacesql.sql.PreparedWrite;
import io.workspacesql.sql.StatementKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a statement: at most one execution and one open result at a time. Used by one thread
 * at a time, except for {@link #cancel} and {@link #close}.
 */
abstract sealed class BaseStatement extends StatementOptions implements ResultOwner
    permits BatchingStatement {
  private static final long NO_COUNT = -1;

  private final WorkspacesConnection connection;
  private final Warnings warnings = new Warnings();
  private volatile boolean closed;
  private volatile Planning planning = Planning.within(Duration.ZERO);
  private volatile @Nullable Execution execution;
  private volatile @Nullable ResultSet result;
  private volatile long updateCount = NO_COUNT;
  private volatile List<String> generatedKeys = List.of();

  BaseStatement(WorkspacesConnection connection, ResultForm results, boolean poolable) {
    super(connection.settings().queryTimeout(), results, poolable);
    this.connection = connection;
  }

  @Override
  final void checkOpen() throws SQLException {
    if (isClosed()) {
      throw Failure.CLOSED.because("statement");
    }
  }

  final WorkspacesConnection owner() {
    return connection;
  }

  /** The plan of this text; sends nothing. */
  final PreparedPlan plan(@Nullable String sql) throws SQLException {
    checkOpen();
    if (sql == null) {
      throw Failure.INVALID_PARAMETER.because("The SQL text is null");
    }
    Planning begun = Planning.within(queryTimeout());
    planning = begun;
    return connection.plan(sql, begun);
  }

  /** Begins a call without planning, which a cancel of the call before must not end. */
  final void forgetPlanning() {
    planning = Planning.within(Duration.ZERO);
  }

  /** Runs a plan; true = there is a result set. */
  final boolean run(PreparedPlan plan, List<@Nullable Object> parameters, KeyRequest keys)
      throws SQLException {
    restart();
    connection.safeguards().admit(plan);
    if (plan instanceof PreparedWrite write) {
      updateCount =
          writing(keys, writing -> writing.run(write, context(parameters, writing.execution())));
    } else if (plan.kind() == StatementKind.QUERY) {
      open(plan, parameters);
    }
    return result != null;
  }

  /** Forgets the execution before, since another begins. */
  final void restart() throws SQLException {
    checkOpen();
    endExecution();
    warnings.restart();
    updateCount = NO_COUNT;
    generatedKeys = List.of();
  }

  private void open(PreparedPlan plan, List<@Nullable Object> parameters) throws SQLException {
    Execution begun = begin();
    try {
      RowCursor rows = Guard.call(() -> plan.open(context(parameters, begun)));
      result = new WorkspacesResultSet(plan.columns(), rows, maxRows(), conversion(plan), this);
    } finally {
      if (result == null) {
        endExecution();
      }
    }
  }

  private ValueConversion conversion(PreparedPlan plan) {
    return plan.mintsTokens() ? connection.conversion().hiding() : connection.conversion();
  }

  /** Makes it known first, so that a cancel or close that came just before is not lost. */
  private Execution begin() throws SQLException {
    Execution begun = connection.begin(planning.restOf(queryTimeout()));
    execution = begun;
    if (planning.isCancelled()) {
      Guard.run(begun::cancel);
    }
    if (closed) {
      endExecution();
      checkOpen();
    }
    return begun;
  }

  /** Work that writes. */
  @FunctionalInterface
  interface WriteWork<T> {
    T run(Writing writing) throws SQLException;
  }

  /** One execution that ends with its work. */
  final <T> T writing(KeyRequest keys, WriteWork<T> work) throws SQLException {
    Execution begun = begin();
    Writing writing = connection.writing(begun, keys, warnings::add);
    try {
      return work.run(writing);
    } finally {
      generatedKeys = keys.wanted() ? writing.log().createdIds() : List.of();
      endExecution();
    }
  }

  final ExecutionContext context(List<@Nullable Object> parameters, Execution begun) {
    return new ExecutionContext(
        parameters,
        connection.localTables().before(begun),
        connection.clock().instant(),
        () -> mustStop(begun),
        maxRows(),
        results().scrollable() ? 0 : fetchSize(),
        connection.mintRequest());
  }

  /** Fails with 57014 or HYT00 rather than say yes. */
  private static boolean mustStop(Execution begun) {
    try {
      begun.check();
      return false;
    } catch (SQLException e) {
      throw new UncheckedSqlException(e);
    }
  }

  final ResultSet runQuery(PreparedPlan plan, List<@Nullable Object> parameters)
      throws SQLException {
    checkQuery(plan);
    run(plan, parameters, KeyRequest.NONE);
    return openResult();
  }

  /** Refuses what returns no rows before anything is sent. */
  final void checkQuery(PreparedPlan plan) throws SQLException {
    checkOpen();
    if (plan.kind() != StatementKind.QUERY) {
      throw Failure.NO_RESULT.because();
    }
  }

  private ResultSet openResult() throws SQLException {
    ResultSet opened = result;
    if (opened == null) {
      throw Failure.NO_RESULT.because();
    }
    return opened;
  }

  /** Runs what returns no rows; refuses a query before anything is sent. */
  final long runUpdate(PreparedPlan plan, List<@Nullable Object> parameters, KeyRequest keys)
      throws SQLException {
    checkUpdate(plan);
    run(plan, parameters, keys);
    return Math.max(0, updateCount);
  }

  final void checkUpdate(PreparedPlan plan) throws SQLException {
    checkOpen();
    if (plan.kind() == StatementKind.QUERY) {
      throw Failure.NOT_AN_UPDATE.because();
    }
  }

  /** Closes the open result and whatever it still has in flight. */
  private void endExecution() throws SQLException {
    ResultSet open = result;
    result = null;
    Execution running = execution;
    execution = null;
    try {
      if (open != null) {
        open.close();
      }
    } finally {
      if (running != null) {
        warnings.absorb(running.warnings());
        Guard.run(running::close);
      }
    }
  }

  /** At the end of a result the execution ends too, and the statement when it was asked to. */
  @Override
  public final void closed(ResultSet ended) throws SQLException {
    if (ended == result) {
      endExecution();
      if (closesOnCompletion()) {
        close();
      }
    }
  }

  /** Closes what must not survive a commit. */
  final void committed() throws SQLException {
    if (results().holdability() == ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      endExecution();
    }
  }

  @Override
  public final void cancel() throws SQLException {
    checkOpen();
    planning.cancel();
    Execution running = execution;
    if (running != null) {
      Guard.run(running::cancel);
    }
  }

  @Override
  public final void close() throws SQLException {
    if (!closed) {
      closed = true;
      connection.forget(this);
      endExecution();
    }
  }

  @Override
  public final boolean isClosed() {
    return closed || connection.isClosed();
  }

  @Override
  public final @Nullable ResultSet getResultSet() throws SQLException {
    checkOpen();
    return result;
  }

  @Override
  public final int getUpdateCount() throws SQLException {
    return Counts.asInt(getLargeUpdateCount());
  }

  /** Rows written by the last execution; -1 when it was a query or its count has been passed. */
  @Override
  public final long getLargeUpdateCount() throws SQLException {
    checkOpen();
    return updateCount;
  }

  /** Always false, and it closes the open result: a statement has one result. */
  @Override
  public final boolean getMoreResults() throws SQLException {
    checkOpen();
    endExecution();
    updateCount = NO_COUNT;
    return false;
  }

  @Override
  public final boolean getMoreResults(int current) throws SQLException {
    if (current != CLOSE_CURRENT_RESULT) {
      checkOpen();
      throw current == KEEP_CURRENT_RESULT || current == CLOSE_ALL_RESULTS
          ? Failure.NOT_SUPPORTED.because("More than one open result")
          : Failure.INVALID_PARAMETER.because("Result handling " + current);
    }
    return getMoreResults();
  }

  /** Ids of the workspaces that the last execution created, if they were asked for. */
  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    return new WorkspacesResultSet(
        KeyRequest.COLUMNS,
        StaticRows.ofOneColumn(generatedKeys),
        0,
        connection.conversion(),
        ResultOwner.NONE);
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warning();
  }

  /** The statement's warnings, to which its result set adds. */
  @Override
  public final @Nullable SQLWarning warning() {
    Execution running = execution;
    if (running != null) {
      warnings.absorb(running.warnings());
    }
    return warnings.first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    checkOpen();
    warning();
    warnings.clear();
  }

  @Override
  public final Connection getConnection() throws SQLException {
    checkOpen();
    return connection;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    checkOpen();
    return results().holdability();
  }

  @Override
  public final Statement statement() {
    return this;
  }
}
