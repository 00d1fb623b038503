package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import io.workspacesql.sql.token.LoggedTexts;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Makes plans of the syntax trees of queries, which it leaves as they are.
 *
 * @param zone of timestamp text, literals and the calendar
 */
record QueryCompiler(ZoneId zone) {

  /**
   * Plans with few rules, then with all; then with every parameter as text.
   *
   * @throws SQLException 42xxx for a query that makes no sense
   */
  QueryPlan compile(SqlNode query) throws SQLException {
    if (!query.isA(SqlKind.QUERY)) {
      throw Failure.NOT_SUPPORTED.because("The driver does not run " + query.getKind().sql);
    }
    try {
      return compileTyped(query);
    } catch (RuntimeException | AssertionError first) {
      SqlNode typed = UntypedParameters.asText(DeepCopy.of(query));
      if (typed == null) {
        throw first;
      }
      return compileWithTextParameters(typed, first);
    }
  }

  /** When the second try fails too, the first failure is the one to tell. */
  private QueryPlan compileWithTextParameters(SqlNode typed, Throwable first) throws SQLException {
    try {
      return compileTyped(typed);
    } catch (RuntimeException | AssertionError second) {
      throw PlannerFailures.of(first);
    }
  }

  private QueryPlan compileTyped(SqlNode query) {
    try {
      return compile(query, false);
    } catch (RelOptPlanner.CannotPlanException e) {
      return compile(query, true);
    }
  }

  private QueryPlan compile(SqlNode query, boolean allRules) {
    Translation translation = new Translation(zone);
    SqlNode validated = translation.validate(DeepCopy.of(query));
    List<ResultColumn> columns = translation.columns(validated, ColumnLabels.of(query));
    RelNode logical = Optimizer.pushDown(translation, translation.convert(validated));
    boolean mintsTokens = ApiScan.plansIn(logical).stream().anyMatch(ScanPlan::mintsToken);
    if (mintsTokens) {
      LoggedTexts.refuse(logical);
    }
    return new QueryPlan(
        columns,
        translation.parameters(validated),
        () -> PlanDescription.of(logical(query)),
        body(translation, logical, allRules),
        mintsTokens);
  }

  /** Planned once more for EXPLAIN: a plan kept for running holds nothing of the planner. */
  private RelNode logical(SqlNode query) {
    Translation translation = new Translation(zone);
    SqlNode validated = translation.validate(DeepCopy.of(query));
    return Optimizer.pushDown(translation, translation.convert(validated));
  }

  /** A bare leaf runs as it is; anything else through generated code. */
  private static QueryPlan.Body body(Translation translation, RelNode logical, boolean allRules) {
    if (logical instanceof ApiScan scan) {
      return new QueryPlan.BareScan(scan.plan());
    }
    if (logical instanceof Values values && values.getTuples().isEmpty()) {
      return QueryPlan.noRows();
    }
    return GeneratedCode.compile(Optimizer.physical(translation, logical, allRules));
  }
}
