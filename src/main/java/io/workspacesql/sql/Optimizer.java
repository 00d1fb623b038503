package io.workspacesql.sql;

import io.workspacesql.sql.rel.ApiScanRule;
import io.workspacesql.sql.rel.JoinParts;
import io.workspacesql.sql.rel.JoinSideRule;
import io.workspacesql.sql.rel.RowLimit;
import io.workspacesql.sql.rel.StopPoint;
import io.workspacesql.sql.rule.ConstantSums;
import io.workspacesql.sql.rule.JoinedKeys;
import io.workspacesql.sql.rule.LongLists;
import io.workspacesql.sql.rule.Pushdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.rules.AggregateExpandDistinctAggregatesRule;
import org.apache.calcite.rel.rules.AggregateReduceFunctionsRule;
import org.apache.calcite.rel.rules.ProjectToWindowRule.ProjectToLogicalProjectAndWindowRule;
import org.apache.calcite.rel.rules.UnionToDistinctRule;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.tools.Programs;

/** Turns a relational plan into one that sends few requests, and then into one that runs. */
final class Optimizer {
  private static final HepProgram SUB_QUERIES =
      new HepProgramBuilder().addRuleCollection(LogicalRules.SUB_QUERIES).build();

  private static final HepProgram NORMALISE =
      new HepProgramBuilder()
          .addRuleCollection(
              Stream.concat(LogicalRules.SIMPLIFICATIONS.stream(), LogicalRules.MOVES.stream())
                  .toList())
          .build();

  private static final HepProgram MOVE =
      new HepProgramBuilder().addRuleCollection(LogicalRules.MOVES).build();

  private Optimizer() {}

  /** The logical plan with its leaves as small as they get. */
  static RelNode pushDown(Translation translation, RelRoot root) {
    RelNode rel = ConstantSums.apply(LongLists.apply(withoutSubQueries(root.project())));
    rel = translation.converter().trimUnusedFields(true, rel);
    return ScanSharing.apply(JoinedKeys.apply(Pushdown.apply(normalised(rel))));
  }

  /** Calcite's simplification breaks down on some CASE and COALESCE: then they stay as they are. */
  private static RelNode normalised(RelNode rel) {
    try {
      return run(NORMALISE, rel);
    } catch (RuntimeException | AssertionError e) {
      return run(MOVE, rel);
    }
  }

  private static RelNode withoutSubQueries(RelNode rel) {
    RelNode correlated = run(SUB_QUERIES, rel);
    try {
      return RelDecorrelator.decorrelateQuery(
          correlated, RelFactories.LOGICAL_BUILDER.create(rel.getCluster(), null));
    } catch (AssertionError e) {
      return correlated; // an aggregate changed its nullability: run the inner part per row
    }
  }

  private static RelNode run(HepProgram program, RelNode rel) {
    HepPlanner hep = new HepPlanner(program);
    hep.setExecutor(rel.getCluster().getPlanner().getExecutor());
    hep.setRoot(rel);
    return hep.findBestExp();
  }

  /** A plan of executable operators with the leaner or the full set of rules. */
  static EnumerableRel physical(Translation translation, RelNode logical, boolean allRules) {
    VolcanoPlanner planner = translation.planner();
    (allRules ? defaultRules(planner) : leanRules()).forEach(planner::addRule);
    RelTraitSet wanted = logical.getTraitSet().replace(EnumerableConvention.INSTANCE).simplify();
    planner.setRoot(planner.changeTraits(logical, wanted));
    RelNode best = planner.findBestExp();
    RelNode calculated = Programs.CALC_PROGRAM.run(planner, best, wanted, List.of(), List.of());
    return (EnumerableRel) StopPoint.inFrontOfJoins(RowLimit.apply(JoinParts.apply(calculated)));
  }

  private static List<RelOptRule> leanRules() {
    List<RelOptRule> rules = new ArrayList<>(EnumerableRules.rules());
    // A table without our leaf would be scanned or written by the stock operators.
    rules.remove(EnumerableRules.ENUMERABLE_TABLE_SCAN_RULE);
    rules.remove(EnumerableRules.ENUMERABLE_TABLE_MODIFICATION_RULE);
    rules.addAll(
        List.of(
            ApiScanRule.INSTANCE,
            JoinSideRule.INSTANCE,
            EnumerableRules.ENUMERABLE_LIMIT_SORT_RULE,
            AggregateExpandDistinctAggregatesRule.Config.DEFAULT.toRule(),
            AggregateReduceFunctionsRule.Config.DEFAULT.toRule(),
            ProjectToLogicalProjectAndWindowRule.ProjectToLogicalProjectAndWindowRuleConfig.DEFAULT
                .toRule(),
            UnionToDistinctRule.Config.DEFAULT.toRule()));
    return rules;
  }

  private static List<RelOptRule> defaultRules(RelOptPlanner planner) {
    RelOptUtil.registerDefaultRules(planner, false, false);
    planner.removeRule(EnumerableRules.ENUMERABLE_TABLE_MODIFICATION_RULE);
    return List.of(
        ApiScanRule.INSTANCE, JoinSideRule.INSTANCE, EnumerableRules.ENUMERABLE_LIMIT_SORT_RULE);
  }
}
