package io.workspacesql.sql.rel;

import io.workspacesql.plan.ScanPlan;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/** The leaf as it runs below generated code. */
public final class ApiScanExec extends AbstractRelNode implements EnumerableRel {
  private final ScanPlan plan;

  private ApiScanExec(
      RelOptCluster cluster, RelTraitSet traits, ScanPlan plan, RelDataType rowType) {
    super(cluster, traits);
    this.plan = plan;
    this.rowType = rowType;
  }

  /** The executable form of a logical leaf. */
  public static ApiScanExec of(ApiScan scan) {
    RelOptCluster cluster = scan.getCluster();
    return new ApiScanExec(
        cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), scan.plan(), scan.getRowType());
  }

  public ScanPlan plan() {
    return plan;
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return new ApiScanExec(getCluster(), traitSet, plan, getRowType());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("plan", plan);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return ApiScan.estimatedRows(plan);
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    // A row of an API costs far more than a row in memory.
    double rows = ApiScan.estimatedRows(plan);
    return planner.getCostFactory().makeCost(rows, rows * 10, rows * 100);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), prefer.preferArray());
    // One column travels as the bare value, several as an array: the form is PhysTypeImpl's choice.
    ScanSource source = new ScanSource(plan, getRowType().getFieldCount());
    Expression rows =
        Expressions.call(implementor.stash(source, ScanSource.class), "rows", DataContext.ROOT);
    return implementor.result(physType, Blocks.toBlock(rows));
  }
}
