package io.workspacesql.sql.rel;

import io.workspacesql.catalog.Listing;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The one leaf of every logical plan: a scan that rules make smaller.
 *
 * <p>It is no {@code TableScan}: metadata would ask the table for keys although the leaf's columns
 * are others, and COUNT(DISTINCT status) would count rows.
 */
public final class ApiScan extends AbstractRelNode {
  private final ScanPlan plan;

  private ApiScan(RelOptCluster cluster, RelTraitSet traits, ScanPlan plan, RelDataType rowType) {
    super(cluster, traits);
    this.plan = plan;
    this.rowType = rowType;
  }

  /** A leaf for this plan. */
  public static ApiScan of(RelOptCluster cluster, ScanPlan plan) {
    return new ApiScan(cluster, cluster.traitSetOf(Convention.NONE), plan, rowType(cluster, plan));
  }

  /** The same leaf with a plan that does more. */
  public ApiScan with(ScanPlan more) {
    return of(getCluster(), more);
  }

  public ScanPlan plan() {
    return plan;
  }

  /** The plans of all leaves of a logical plan, in its order. */
  public static List<ScanPlan> plansIn(RelNode rel) {
    List<ScanPlan> plans = new ArrayList<>();
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        if (node instanceof ApiScan scan) {
          plans.add(scan.plan());
        }
        super.visit(node, ordinal, parent);
      }
    }.go(rel);
    return plans;
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return new ApiScan(getCluster(), traitSet, plan, getRowType());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("plan", plan);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return estimatedRows(plan);
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    return planner.getCostFactory().makeInfiniteCost();
  }

  private static RelDataType rowType(RelOptCluster cluster, ScanPlan plan) {
    EngineTypeFactory types = (EngineTypeFactory) cluster.getTypeFactory();
    RelDataTypeFactory.Builder counts = types.builder();
    switch (plan.measure()) {
      case ROWS -> {
        return types.scanType(plan.columns());
      }
      case COUNT_BY_STATUS ->
          counts.addAll(types.scanType(List.of(plan.table().column("status"))).getFieldList());
      case COUNT -> {}
    }
    return counts.add("count", types.createSqlType(SqlTypeName.BIGINT)).build();
  }

  /** A guess that orders plans: keys before filters before whole tables. */
  static double estimatedRows(ScanPlan plan) {
    if (plan.measure() != Measure.ROWS || plan.mintsToken()) {
      return 1;
    }
    double rows = tableRows(plan.table());
    for (Condition condition : plan.conditions()) {
      rows =
          plan.isNamedBy(condition)
              ? Math.min(rows, condition.alternatives())
              : rows * CONDITION_SELECTIVITY;
    }
    boolean few = plan.fetch() != null || plan.joinKeys() != null;
    return Math.max(1, few ? Math.min(rows, LIMITED_ROWS) : rows);
  }

  private static double tableRows(TableDefinition table) {
    Listing listing = table.listing();
    if (listing == null) {
      return table.kind().isLocal() ? LOCAL_ROWS : TABLE_ROWS;
    }
    return switch (listing) {
      case SCOPED_TOKEN_INFO, WORKSPACE_STATS -> 1;
      case CONNECTOR_DEFINITIONS, SOURCE_TEMPLATES, CONNECTION_TEMPLATES, TEMPLATE_TAGS ->
          LISTED_ROWS;
      // More than any other side of a join has: all but a few of them are never to be asked for.
      case CONNECTORS -> ALL_CONNECTORS;
    };
  }

  private static final double TABLE_ROWS = 10_000;
  private static final double ALL_CONNECTORS = 1e15;
  private static final double LISTED_ROWS = 500;
  private static final double LOCAL_ROWS = 100;
  private static final double CONDITION_SELECTIVITY = 0.25;
  private static final double LIMITED_ROWS = 100;
}
