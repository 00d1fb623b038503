package io.workspacesql.sql.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;

/**
 * {@code SUM(1)}, by which Tableau counts rows, becomes {@code COUNT(*)}, which the API answers
 * without its rows; NULL where there is none.
 */
public final class ConstantSums extends RelHomogeneousShuttle {
  private ConstantSums() {}

  /** The plan with such sums as counts, where nothing else is aggregated beside them. */
  public static RelNode apply(RelNode rel) {
    return rel.accept(new ConstantSums());
  }

  @Override
  public RelNode visit(RelNode other) {
    RelNode visited = super.visit(other);
    if (!(visited instanceof LogicalAggregate aggregate)
        || !(aggregate.getInput() instanceof Project project)
        || aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      return visited;
    }
    List<AggregateCall> calls = aggregate.getAggCallList();
    boolean sums = calls.stream().anyMatch(call -> summed(call, project) != null);
    boolean counts = calls.stream().allMatch(call -> factor(call, project) != null);
    return sums && counts ? counting(aggregate, project) : visited;
  }

  /** What a row adds to the call's result; null = it depends on the row. */
  private static @Nullable BigDecimal factor(AggregateCall call, Project project) {
    return isCount(call) ? BigDecimal.ONE : summed(call, project);
  }

  private static boolean isCount(AggregateCall call) {
    return call.getAggregation().getKind() == SqlKind.COUNT
        && call.getArgList().isEmpty()
        && !call.hasFilter();
  }

  private static @Nullable BigDecimal summed(AggregateCall call, Project project) {
    if (call.getAggregation().getKind() != SqlKind.SUM || call.isDistinct() || call.hasFilter()) {
      return null;
    }
    RexNode argument = project.getProjects().get(call.getArgList().get(0));
    return argument instanceof RexLiteral literal
            && literal.getTypeName().getFamily() == SqlTypeFamily.NUMERIC
            && !literal.isNull()
        ? literal.getValueAs(BigDecimal.class)
        : null;
  }

  private static RelNode counting(LogicalAggregate aggregate, Project project) {
    RelBuilder builder = RelFactories.LOGICAL_BUILDER.create(aggregate.getCluster(), null);
    builder
        .push(project)
        .aggregate(builder.groupKey(aggregate.getGroupSet()), builder.countStar("n"));
    RexNode count = builder.field(aggregate.getGroupCount());
    List<RexNode> columns = new ArrayList<>(builder.fields());
    columns.remove(aggregate.getGroupCount());
    boolean mayBeEmpty = aggregate.getGroupSet().isEmpty();
    for (AggregateCall call : aggregate.getAggCallList()) {
      columns.add(isCount(call) ? count : sum(call, count, project, mayBeEmpty));
    }
    return builder.project(columns, aggregate.getRowType().getFieldNames(), true).build();
  }

  private static RexNode sum(
      AggregateCall call, RexNode count, Project project, boolean mayBeEmpty) {
    RexBuilder rex = project.getCluster().getRexBuilder();
    RexNode each = project.getProjects().get(call.getArgList().get(0));
    RexNode product =
        rex.makeAbstractCast(
            call.getType(), rex.makeCall(SqlStdOperatorTable.MULTIPLY, count, each), false);
    RexNode none = rex.makeExactLiteral(BigDecimal.ZERO, count.getType());
    return mayBeEmpty
        ? rex.makeCall(
            SqlStdOperatorTable.CASE,
            rex.makeCall(SqlStdOperatorTable.EQUALS, count, none),
            rex.makeNullLiteral(call.getType()),
            product)
        : product;
  }
}
