package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.sql.dml.WriteStatement;
import io.workspacesql.sql.token.TokenSyntax;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Plans statements with Apache Calcite as a library. Sends nothing. Safe for use by several
 * threads; plans are immutable and cached by text.
 */
public final class SqlEngine implements Planner {
  /** As many as there are different settings in use. */
  private static final Map<PlanSettings, SqlEngine> ENGINES = new ConcurrentHashMap<>();

  /** Uses the parts of the planner that most statements use. */
  private static final String TYPICAL =
      "SELECT id, name FROM workspaces WHERE status = 'active' AND name LIKE ? LIMIT 10";

  private static final AtomicBoolean WARM = new AtomicBoolean();

  private final PlanSettings settings;
  private final QueryCompiler queries;
  private final QueryPlanner planner;
  private final RecentPlans<String, PreparedPlan> plans = new RecentPlans<>();

  /** The JVM's engine for these settings: pooled connections share plans. */
  public static SqlEngine of(PlanSettings settings) {
    return ENGINES.computeIfAbsent(settings, SqlEngine::new);
  }

  SqlEngine(PlanSettings settings) {
    this.settings = settings;
    this.queries = new QueryCompiler(settings.timeZone());
    this.planner = new QueryPlanner(queries);
  }

  /**
   * Begins to load the planner, which takes longer than a statement in a JVM where nobody has
   * planned yet; returns at once. For whoever is about to wait for a server.
   */
  public void warmUp() {
    if (!WARM.getAndSet(true)) {
      Planning.ahead(() -> plan(TYPICAL));
    }
  }

  @Override
  public PreparedPlan prepare(String sql, Planning planning) throws SQLException {
    PreparedPlan known = plans.get(sql);
    if (known != null) {
      return known;
    }
    PreparedPlan plan = planning.call(() -> plan(sql));
    plans.put(sql, plan);
    return plan;
  }

  private PreparedPlan plan(String sql) throws SQLException {
    try {
      SqlNode statement = StatementParser.parse(sql, settings.tokens()).orElse(null);
      if (statement == null) {
        return EmptyStatement.INSTANCE;
      }
      return statement instanceof SqlExplain explain
          ? explained(explain.getExplicandum())
          : planned(statement);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw PlannerFailures.of(e);
    }
  }

  private PreparedPlan planned(SqlNode statement) throws SQLException {
    return isWrite(statement) ? write(statement) : planner.plan(statement);
  }

  private PreparedPlan explained(SqlNode statement) throws SQLException {
    return isWrite(statement)
        ? new ExplainWrite(write(statement), settings)
        : explain(queries.compile(statement));
  }

  private ExplainPlan explain(QueryPlan query) {
    return new ExplainPlan(query.requestPlan(), query.streams(), settings);
  }

  private static boolean isWrite(SqlNode statement) {
    return statement.isA(SqlKind.DML);
  }

  private WritePlan write(SqlNode statement) throws SQLException {
    String function = TokenSyntax.firstIn(statement).orElse(null);
    if (function != null) {
      throw Failure.NOT_SUPPORTED.because(
          function + " stands in queries only: a write would put its token where others read it");
    }
    return WritePlan.of(WriteStatement.plan(statement, queries::compile));
  }
}
