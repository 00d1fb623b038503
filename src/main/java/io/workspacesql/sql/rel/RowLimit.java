package io.workspacesql.sql.rel;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * A LIMIT that wants no row after its last one. Calcite's own asks for one more, which may be the
 * first of another page, or cost requests for other keys.
 */
public final class RowLimit extends SingleRel implements EnumerableRel {
  private final long offset;
  private final long fetch;

  private RowLimit(RelTraitSet traits, RelNode input, long offset, long fetch) {
    super(input.getCluster(), traits, input);
    this.offset = offset;
    this.fetch = fetch;
  }

  /** The same plan with this in the place of each LIMIT whose numbers the statement says. */
  public static RelNode apply(RelNode plan) {
    List<RelNode> inputs = plan.getInputs().stream().map(RowLimit::apply).toList();
    if (plan instanceof EnumerableLimit limit
        && limit.fetch != null
        && isNumber(limit.fetch)
        && (limit.offset == null || isNumber(limit.offset))) {
      return new RowLimit(
          plan.getTraitSet(), inputs.get(0), number(limit.offset), number(limit.fetch));
    }
    return inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
  }

  private static boolean isNumber(RexNode node) {
    return node instanceof RexLiteral;
  }

  private static long number(@Nullable RexNode node) {
    return node == null ? 0 : RexLiteral.bigDecimalValue(node).longValue();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new RowLimit(traits, inputs.get(0), offset, fetch);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("offset", offset).item("fetch", fetch);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    Expression rows = block.append("rows", input.block);
    block.add(
        Expressions.call(
            LimitedRows.class,
            "of",
            rows,
            Expressions.constant(offset),
            Expressions.constant(fetch)));
    return implementor.result(input.physType, block.toBlock());
  }
}
