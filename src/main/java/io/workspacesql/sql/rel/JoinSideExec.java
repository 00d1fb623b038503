package io.workspacesql.sql.rel;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/** The side of a join that brings the keys, as it runs in generated code. */
final class JoinSideExec extends SingleRel implements EnumerableRel {
  private static final Method ROWS =
      Types.lookupMethod(
          JoinSideSource.class, "rows", DataContext.class, Enumerable.class, Function1.class);

  private final int side;
  private final int column;

  private JoinSideExec(RelTraitSet traits, RelNode input, int side, int column) {
    super(input.getCluster(), traits, input);
    this.side = side;
    this.column = column;
  }

  static JoinSideExec of(RelNode input, int side, int column) {
    RelTraitSet traits = input.getCluster().traitSetOf(EnumerableConvention.INSTANCE);
    return new JoinSideExec(traits, input, side, column);
  }

  int side() {
    return side;
  }

  int column() {
    return column;
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return new JoinSideExec(traitSet, inputs.get(0), side, column);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("side", side).item("column", column);
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    double rows = metadata.getRowCount(getInput());
    return planner.getCostFactory().makeCost(rows, rows, 0);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    BlockBuilder block = new BlockBuilder();
    Expression known =
        Expressions.call(
            implementor.stash(new JoinSideSource(side), JoinSideSource.class),
            ROWS,
            DataContext.ROOT,
            block.append("rows", input.block),
            input.physType.generateAccessor(List.of(column)));
    // The underscore keeps the call in its place: grouping the other side reads it at once.
    block.add(Expressions.return_(null, block.append("_side", known)));
    return implementor.result(input.physType, block.toBlock());
  }
}
