package io.workspacesql.sql.rel;

import io.workspacesql.plan.JoinKeys;
import io.workspacesql.plan.ScanPlan;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableHashJoin;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.EnumerableUnion;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;

/**
 * A join on keys that is computed part by part: the keys of a part are asked for when its rows are
 * wanted, so that a reader that stops early sends fewer requests. The left input brings the keys,
 * the right one is the join, whose left input is the part at hand.
 */
public final class JoinParts extends BiRel implements EnumerableRel {
  private static final Method ROWS =
      Types.lookupMethod(
          JoinPartsSource.class,
          "rows",
          DataContext.class,
          Enumerable.class,
          Function1.class,
          Function0.class);

  private static final Set<JoinRelType> TYPES =
      Set.of(JoinRelType.INNER, JoinRelType.LEFT, JoinRelType.SEMI, JoinRelType.ANTI);

  private final JoinPartsSource source;
  private final int column;

  private JoinParts(
      RelTraitSet traits, RelNode bringing, RelNode join, JoinPartsSource source, int column) {
    super(bringing.getCluster(), traits, bringing, join);
    this.source = source;
    this.column = column;
  }

  /** The same plan with its joins on keys in parts, where rows go straight to the reader. */
  public static RelNode apply(RelNode plan) {
    return apply(plan, scans(plan), false);
  }

  /**
   * @param limited whether the statement itself says that the reader stops early
   */
  private static RelNode apply(RelNode plan, List<ScanPlan> scans, boolean limited) {
    if (plan instanceof EnumerableHashJoin join) {
      return ofJoin(join, scans, limited);
    }
    boolean streams =
        plan instanceof EnumerableCalc
            || plan instanceof EnumerableLimit
            || (plan instanceof EnumerableUnion union && union.all);
    if (!streams) {
      return plan;
    }
    boolean less = limited || plan instanceof EnumerableLimit;
    List<RelNode> inputs =
        plan.getInputs().stream().map(input -> apply(input, scans, less)).toList();
    return inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
  }

  private static RelNode ofJoin(EnumerableHashJoin join, List<ScanPlan> scans, boolean limited) {
    List<ScanPlan> asked = scans(join.getRight());
    boolean fits =
        join.getLeft() instanceof JoinSideExec
            && TYPES.contains(join.getJoinType())
            && asked.size() == 1
            && asksFor((JoinSideExec) join.getLeft(), asked).size() == 1
            && asksFor((JoinSideExec) join.getLeft(), scans).size() == 1;
    if (!fits) {
      return join;
    }
    JoinSideExec side = (JoinSideExec) join.getLeft();
    RelNode partly =
        join.copy(
            join.getTraitSet(),
            join.getCondition(),
            PartExec.of(side),
            join.getRight(),
            join.getJoinType(),
            false);
    JoinPartsSource source = new JoinPartsSource(side.side(), asked.get(0), limited);
    return new JoinParts(join.getTraitSet(), side.getInput(), partly, source, side.column());
  }

  /** The scans that ask for the keys of a side: of several, each would see parts of another. */
  private static List<JoinKeys> asksFor(JoinSideExec side, List<ScanPlan> scans) {
    return scans.stream()
        .flatMap(scan -> Stream.ofNullable(scan.joinKeys()))
        .filter(keys -> keys.side() == side.side())
        .toList();
  }

  private static List<ScanPlan> scans(RelNode rel) {
    List<ScanPlan> scans = new ArrayList<>();
    if (rel instanceof ApiScanExec scan) {
      scans.add(scan.plan());
    }
    rel.getInputs().forEach(input -> scans.addAll(scans(input)));
    return scans;
  }

  @Override
  protected RelDataType deriveRowType() {
    return right.getRowType();
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new JoinParts(traits, inputs.get(0), inputs.get(1), source, column);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    Result bringing = implementor.visitChild(this, 0, (EnumerableRel) left, prefer);
    PartExec.in(right).comesAs(bringing.physType);
    Result joined = implementor.visitChild(this, 1, (EnumerableRel) right, prefer);
    BlockBuilder block = new BlockBuilder();
    Expression rows =
        Expressions.call(
            implementor.stash(source, JoinPartsSource.class),
            ROWS,
            DataContext.ROOT,
            block.append("bringing", bringing.block),
            bringing.physType.generateAccessor(List.of(column)),
            Expressions.lambda(joined.block));
    block.add(Expressions.return_(null, rows));
    return implementor.result(joined.physType, block.toBlock());
  }
}
