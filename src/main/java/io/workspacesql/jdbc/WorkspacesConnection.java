package io.workspacesql.jdbc;

import io.workspacesql.catalog.FunctionDefinition;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.error.Failure;
import io.workspacesql.error.Notice;
import io.workspacesql.jdbc.metadata.DatabaseFacts;
import io.workspacesql.jdbc.metadata.DeclaredAnswers;
import io.workspacesql.jdbc.metadata.WorkspacesDatabaseMetaData;
import io.workspacesql.observe.DriverListener;
import io.workspacesql.observe.Observable;
import io.workspacesql.plan.MintRequest;
import io.workspacesql.run.Execution;
import io.workspacesql.sql.Planning;
import io.workspacesql.sql.PreparedPlan;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection. Safe for use by several threads, each with its own statements. */
final class WorkspacesConnection extends ConnectionOptions implements Observable {
  private final ConnectionSettings settings;
  private final Backend backend;
  private final Clock clock;
  private final LocalTables localTables;
  private final ValueConversion conversion;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile WriteLog lastWrite = new WriteLog(0);

  /** Weak, so that a statement that nobody closes is not kept. */
  private final Set<BaseStatement> statements =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  WorkspacesConnection(ConnectionSettings settings, Backend backend, Clock clock) {
    super(settings.readOnly(), settings.applicationName());
    this.settings = settings;
    this.backend = backend;
    this.clock = clock;
    this.localTables =
        new LocalTables(backend.ledger(), backend::properties, () -> lastWrite.table());
    this.conversion = ValueConversion.in(settings.timeZone());
    settings.notices().forEach(notice -> warn(Notice.GENERAL.because(notice)));
  }

  ConnectionSettings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  LocalTables localTables() {
    return localTables;
  }

  ValueConversion conversion() {
    return conversion;
  }

  @Override
  void checkOpen() throws SQLException {
    if (closed.get()) {
      throw Failure.CONNECTION_CLOSED.because();
    }
  }

  @Override
  void nameApplication(@Nullable String name) {
    backend.nameApplication(name);
  }

  PreparedPlan plan(String sql, Planning planning) throws SQLException {
    checkOpen();
    return Guard.call(() -> backend.planner().prepare(sql, planning));
  }

  /** Begins an execution that ends after this time or the network timeout; zero = no limit. */
  Execution begin(Duration timeout) throws SQLException {
    checkOpen();
    return Guard.call(() -> backend.begin(shorter(timeout, networkTimeout())));
  }

  @Override
  public void listen(DriverListener listener) {
    backend.listeners().add(listener);
  }

  /** How this connection creates workspaces. */
  MintRequest mintRequest() {
    return NewWorkspaces.of(settings).shown();
  }

  Safeguards safeguards() throws SQLException {
    return new Safeguards(isReadOnly(), settings.writes(), backend.tokenScope());
  }

  /** Begins the connection's next write, which {@code driver.last_write} shows from now on. */
  Writing writing(Execution begun, KeyRequest keys, Consumer<SQLWarning> warnings)
      throws SQLException {
    WriteLog log = new WriteLog(begun.statementId());
    lastWrite = log;
    return new Writing(begun, safeguards(), keys, log, this::wrote, warnings);
  }

  private static Duration shorter(Duration one, Duration other) {
    if (one.isZero() || other.isZero()) {
      return one.plus(other);
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  void forget(BaseStatement statement) {
    statements.remove(statement);
  }

  int openStatementCount() {
    return statements.size();
  }

  private List<BaseStatement> openStatements() {
    synchronized (statements) {
      return List.copyOf(statements);
    }
  }

  @Override
  public Statement createStatement() throws SQLException {
    return registered(new WorkspacesStatement(this, ResultForm.forward(getHoldability())));
  }

  @Override
  public Statement createStatement(int resultSetType, int resultSetConcurrency)
      throws SQLException {
    return createStatement(resultSetType, resultSetConcurrency, getHoldability());
  }

  @Override
  public Statement createStatement(
      int resultSetType, int resultSetConcurrency, int resultSetHoldability) throws SQLException {
    return registered(
        new WorkspacesStatement(
            this, results(resultSetType, resultSetConcurrency, resultSetHoldability)));
  }

  private ResultForm results(int type, int concurrency, int holdability) throws SQLException {
    checkOpen();
    ResultForm results = ResultForm.of(type, concurrency, holdability);
    ResultForm.warning(type, concurrency).ifPresent(this::warn);
    return results;
  }

  private <S extends BaseStatement> S registered(S statement) {
    statements.add(statement);
    return statement;
  }

  @Override
  public PreparedStatement prepareStatement(@Nullable String sql) throws SQLException {
    return prepared(sql, ResultForm.forward(getHoldability()), KeyRequest.NONE);
  }

  @Override
  public PreparedStatement prepareStatement(
      @Nullable String sql, int resultSetType, int resultSetConcurrency) throws SQLException {
    return prepareStatement(sql, resultSetType, resultSetConcurrency, getHoldability());
  }

  @Override
  public PreparedStatement prepareStatement(
      @Nullable String sql, int resultSetType, int resultSetConcurrency, int resultSetHoldability)
      throws SQLException {
    return prepared(
        sql, results(resultSetType, resultSetConcurrency, resultSetHoldability), KeyRequest.NONE);
  }

  @Override
  public PreparedStatement prepareStatement(@Nullable String sql, int autoGeneratedKeys)
      throws SQLException {
    return prepared(sql, ResultForm.forward(getHoldability()), KeyRequest.of(autoGeneratedKeys));
  }

  @Override
  public PreparedStatement prepareStatement(@Nullable String sql, int @Nullable [] columnIndexes)
      throws SQLException {
    return prepared(sql, ResultForm.forward(getHoldability()), KeyRequest.of(columnIndexes));
  }

  @Override
  public PreparedStatement prepareStatement(
      @Nullable String sql, @Nullable String @Nullable [] columnNames) throws SQLException {
    return prepared(sql, ResultForm.forward(getHoldability()), KeyRequest.of(columnNames));
  }

  private PreparedStatement prepared(@Nullable String sql, ResultForm results, KeyRequest keys)
      throws SQLException {
    PreparedPlan plan = plan(nonNull(sql), Planning.within(settings.queryTimeout()));
    return registered(new WorkspacesPreparedStatement(this, results, plan, keys));
  }

  private static String nonNull(@Nullable String sql) throws SQLException {
    if (sql == null) {
      throw Failure.INVALID_PARAMETER.because("The SQL text is null");
    }
    return sql;
  }

  /** The text as it is: the planner reads JDBC escapes. */
  @Override
  public String nativeSQL(@Nullable String sql) throws SQLException {
    checkOpen();
    return nonNull(sql);
  }

  /** Every write stands already: closes the results that were not to be held. */
  @Override
  public void commit() throws SQLException {
    checkManualCommit("commit");
    forgetWrites();
    for (BaseStatement statement : openStatements()) {
      statement.committed();
    }
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    checkOpen();
    return DeclaredAnswers.of(
        new WorkspacesDatabaseMetaData(
            new DatabaseFacts(this, backend.url(), backend.userName(), functions()),
            (columns, rows) ->
                new WorkspacesResultSet(
                    columns, new StaticRows(rows), 0, conversion, ResultOwner.NONE)));
  }

  private List<FunctionDefinition> functions() {
    return settings.writes().tokenFunctions()
        ? NewWorkspaces.of(settings).tokens().functions()
        : List.of();
  }

  /**
   * Asks the server with one request, and tells what it says now: a server that is overloaded or
   * refuses the token is not tried again. A token that has run out is renewed.
   *
   * @param timeout seconds, 0 = no limit
   */
  @Override
  public boolean isValid(int timeout) throws SQLException {
    if (timeout < 0) {
      throw Failure.INVALID_PARAMETER.because("Timeout " + timeout + " is negative");
    }
    return !isClosed() && answers(shorter(Duration.ofSeconds(timeout), networkTimeout()));
  }

  private boolean answers(Duration timeout) {
    try {
      Guard.run(() -> backend.ping(timeout));
      return true;
    } catch (SQLException e) {
      // false says all that a caller of isValid can use
      return false;
    }
  }

  @Override
  public void close() throws SQLException {
    if (closed.compareAndSet(false, true)) {
      try {
        for (BaseStatement statement : openStatements()) {
          statement.close();
        }
      } finally {
        Guard.run(backend::close);
      }
    }
  }

  /** Closed for everybody at once; what is in flight is ended by the executor. */
  @Override
  public void abort(@Nullable Executor executor) throws SQLException {
    if (executor == null) {
      throw Failure.INVALID_PARAMETER.because("The executor is null");
    }
    if (closed.compareAndSet(false, true)) {
      Guard.run(() -> executor.execute(backend::close));
    }
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public String toString() {
    return "WorkspacesConnection[" + backend.url() + "]";
  }
}
