package io.workspacesql.sql.rel;

import java.lang.reflect.Method;
import java.util.Objects;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.jspecify.annotations.Nullable;

/** The part at hand of the rows that bring keys, in the form in which they come. */
final class PartExec extends AbstractRelNode implements EnumerableRel {
  private static final Method ROWS =
      Types.lookupMethod(JoinSideSource.class, "part", DataContext.class);

  private final int side;
  private @Nullable PhysType form;

  private PartExec(RelTraitSet traits, RelNode bringing, int side) {
    super(bringing.getCluster(), traits);
    this.rowType = bringing.getRowType();
    this.side = side;
  }

  static PartExec of(JoinSideExec side) {
    RelTraitSet traits = side.getCluster().traitSetOf(EnumerableConvention.INSTANCE);
    return new PartExec(traits, side, side.side());
  }

  /** The one in a join, which may stand behind another operator. */
  static PartExec in(RelNode join) {
    RelNode node = join;
    while (!(node instanceof PartExec)) {
      node = node.getInput(0);
    }
    return (PartExec) node;
  }

  /** Says in what form rows come, once that is known. */
  void comesAs(PhysType known) {
    form = known;
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("side", side);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    return implementor.result(
        Objects.requireNonNull(form),
        Blocks.toBlock(
            Expressions.call(
                implementor.stash(new JoinSideSource(side), JoinSideSource.class),
                ROWS,
                DataContext.ROOT)));
  }
}
