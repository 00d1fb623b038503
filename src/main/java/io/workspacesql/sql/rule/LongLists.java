package io.workspacesql.sql.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Makes one search of a long IN or chain of {@code <>}, which arrive as comparisons: the planner's
 * simplification holds each of these against each other and takes minutes for a thousand.
 */
public final class LongLists extends RexShuttle {
  /** The time for fewer cannot be noticed. */
  private static final int LONG = 20;

  private final RexBuilder rexBuilder;

  private LongLists(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** The plan with its long lists as searches; sub-queries in expressions stay as they are. */
  public static RelNode apply(RelNode rel) {
    LongLists lists = new LongLists(rel.getCluster().getRexBuilder());
    return rel.accept(
        new RelHomogeneousShuttle() {
          @Override
          public RelNode visit(RelNode other) {
            return super.visit(other).accept(lists);
          }
        });
  }

  @Override
  public RexNode visitCall(RexCall call) {
    RexNode visited = super.visitCall(call);
    if (!(visited instanceof RexCall chain) || chain.getOperands().size() < LONG) {
      return visited;
    }
    return switch (chain.getKind()) {
      case OR -> RexUtil.composeDisjunction(rexBuilder, gathered(chain, SqlKind.EQUALS));
      case AND -> RexUtil.composeConjunction(rexBuilder, gathered(chain, SqlKind.NOT_EQUALS));
      default -> chain;
    };
  }

  /** The operands with one search for all comparisons of one expression with constants. */
  private List<RexNode> gathered(RexCall chain, SqlKind comparison) {
    Map<RexNode, List<RexLiteral>> lists = new LinkedHashMap<>();
    List<RexNode> operands = new ArrayList<>();
    for (RexNode operand : chain.getOperands()) {
      if (operand instanceof RexCall call && isListed(call, comparison)) {
        lists
            .computeIfAbsent(call.getOperands().get(0), subject -> new ArrayList<>())
            .add((RexLiteral) call.getOperands().get(1));
      } else {
        operands.add(operand);
      }
    }
    lists.forEach((subject, values) -> operands.add(search(comparison, subject, values)));
    return operands;
  }

  private RexNode search(SqlKind comparison, RexNode subject, List<RexLiteral> values) {
    RexNode in = rexBuilder.makeIn(subject, values);
    return comparison == SqlKind.EQUALS ? in : rexBuilder.makeCall(SqlStdOperatorTable.NOT, in);
  }

  private static boolean isListed(RexCall call, SqlKind comparison) {
    return call.isA(comparison)
        && RexUtil.isDeterministic(call.getOperands().get(0))
        && call.getOperands().get(1) instanceof RexLiteral literal
        && !literal.isNull();
  }
}
