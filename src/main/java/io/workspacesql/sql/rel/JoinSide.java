package io.workspacesql.sql.rel;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** The side of a join that is read first, since scans of the other side need its keys. */
public final class JoinSide extends SingleRel {
  private final int side;
  private final int column;

  private JoinSide(RelTraitSet traits, RelNode input, int side, int column) {
    super(input.getCluster(), traits, input);
    this.side = side;
    this.column = column;
  }

  /**
   * The same rows, whose keys can be asked for.
   *
   * @param side the number under which {@link io.workspacesql.plan.JoinKeys} knows them
   * @param column of the input that holds the keys
   */
  public static JoinSide of(RelNode input, int side, int column) {
    return new JoinSide(input.getCluster().traitSetOf(Convention.NONE), input, side, column);
  }

  int side() {
    return side;
  }

  int column() {
    return column;
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return new JoinSide(traitSet, inputs.get(0), side, column);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("side", side).item("column", column);
  }
}
