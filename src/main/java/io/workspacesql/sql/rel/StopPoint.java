package io.workspacesql.sql.rel;

import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.SetOp;

/**
 * Hands rows on unless the statement has to stop. Joins make of few rows so many that nothing else
 * would notice a cancel or the end of the time for long, so it stands before what they read.
 */
public final class StopPoint extends SingleRel implements EnumerableRel {

  private StopPoint(RelOptCluster cluster, RelTraitSet traits, RelNode input) {
    super(cluster, traits, input);
  }

  /** The same plan with a point before each input of a join. */
  public static RelNode inFrontOfJoins(RelNode plan) {
    boolean multiplies = plan.getInputs().size() > 1 && !(plan instanceof SetOp);
    List<RelNode> inputs =
        plan.getInputs().stream()
            .map(StopPoint::inFrontOfJoins)
            .map(input -> multiplies ? before(input) : input)
            .toList();
    return inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
  }

  private static RelNode before(RelNode input) {
    return new StopPoint(input.getCluster(), input.getTraitSet(), input);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new StopPoint(getCluster(), traits, inputs.get(0));
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    Expression rows = block.append("rows", input.block);
    block.add(Expressions.call(StoppableRows.class, "of", rows, DataContext.ROOT));
    return implementor.result(input.physType, block.toBlock());
  }
}
