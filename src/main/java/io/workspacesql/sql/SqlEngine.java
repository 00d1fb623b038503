package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.sql.rel.ApiScan;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.sql.SqlExplain;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans statements with Apache Calcite as a library. Sends nothing. Safe for use by several
 * threads; plans are immutable and cached by text.
 */
public final class SqlEngine implements Planner {
  /** Plans kept, least recently used first to go: enough for a tool's and a report's statements. */
  private static final int CACHED_PLANS = 256;

  /** As many as there are different settings in use. */
  private static final Map<PlanSettings, SqlEngine> ENGINES = new ConcurrentHashMap<>();

  private final PlanSettings settings;
  private final Map<String, PreparedPlan> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparedPlan> eldest) {
          return size() > CACHED_PLANS;
        }
      };

  /** The JVM's engine for these settings: pooled connections share plans. */
  public static SqlEngine of(PlanSettings settings) {
    return ENGINES.computeIfAbsent(settings, SqlEngine::new);
  }

  SqlEngine(PlanSettings settings) {
    this.settings = settings;
  }

  @Override
  public PreparedPlan prepare(String sql) throws SQLException {
    PreparedPlan cached = cached(sql);
    if (cached != null) {
      return cached;
    }
    PreparedPlan plan = plan(sql);
    synchronized (cache) {
      cache.put(sql, plan);
    }
    return plan;
  }

  private @Nullable PreparedPlan cached(String sql) {
    synchronized (cache) {
      return cache.get(sql);
    }
  }

  private PreparedPlan plan(String sql) throws SQLException {
    try {
      SqlNode statement = StatementParser.parse(sql).orElse(null);
      if (statement == null) {
        return EmptyStatement.INSTANCE;
      }
      return statement instanceof SqlExplain explain
          ? ExplainPlan.of(query(explain.getExplicandum(), sql), settings)
          : query(statement, sql);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw PlannerFailures.of(e);
    }
  }

  private QueryPlan query(SqlNode statement, String sql) throws SQLException {
    if (!statement.isA(SqlKind.QUERY)) {
      throw Failure.NOT_SUPPORTED.because("The driver does not run " + statement.getKind().sql);
    }
    try {
      return query(statement, false);
    } catch (RelOptPlanner.CannotPlanException e) {
      // Validation changes the tree, so another way starts from the text.
      return query(reparsed(sql), true);
    } catch (RuntimeException | AssertionError e) {
      SqlNode typed = UntypedParameters.asText(reparsed(sql));
      if (typed == null) {
        throw e;
      }
      return withTextParameters(typed, e);
    }
  }

  /** The second try; when it fails too, the first failure is the one to tell. */
  private static QueryPlan withTextParameters(SqlNode typed, Throwable first) throws SQLException {
    try {
      return query(typed, false);
    } catch (RuntimeException | AssertionError second) {
      throw PlannerFailures.of(first);
    }
  }

  private static SqlNode reparsed(String sql) throws SQLException {
    SqlNode again = StatementParser.parse(sql).orElseThrow();
    return again instanceof SqlExplain explain ? explain.getExplicandum() : again;
  }

  private static QueryPlan query(SqlNode statement, boolean allRules) {
    Translation translation = new Translation();
    ColumnLabels labels = ColumnLabels.of(statement);
    SqlNode validated = translation.validate(statement);
    List<ResultColumn> columns = translation.columns(validated, labels);
    List<ParameterType> parameters = translation.parameters(validated);
    RelNode logical = Optimizer.pushDown(translation, translation.convert(validated));
    return new QueryPlan(
        columns, parameters, PlanDescription.of(logical), body(translation, logical, allRules));
  }

  /** A bare leaf runs as it is; anything else through generated code. */
  private static QueryPlan.Body body(Translation translation, RelNode logical, boolean allRules) {
    if (logical instanceof ApiScan scan) {
      return QueryPlan.direct(scan.plan());
    }
    if (logical instanceof Values values && values.getTuples().isEmpty()) {
      return QueryPlan.noRows();
    }
    return GeneratedCode.compile(Optimizer.physical(translation, logical, allRules));
  }
}
