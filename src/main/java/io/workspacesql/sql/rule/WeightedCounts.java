package io.workspacesql.sql.rule;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates that look at no column but the status need no rows: the number of workspaces of each
 * status is enough. Each count becomes a sum of these numbers, each sum one weighted by them.
 */
final class WeightedCounts {
  private static final Set<SqlKind> SAME_FOR_EQUAL_ROWS =
      Set.of(SqlKind.MIN, SqlKind.MAX, SqlKind.ANY_VALUE);

  private final LogicalAggregate aggregate;
  private final RexBuilder rexBuilder;
  private final RelDataType bigint;
  private final RelNode counted;
  private final List<RexNode> columns;

  private WeightedCounts(LogicalAggregate aggregate, RelNode counted) {
    this.aggregate = aggregate;
    this.rexBuilder = aggregate.getCluster().getRexBuilder();
    RelDataTypeFactory types = rexBuilder.getTypeFactory();
    this.bigint = types.createSqlType(SqlTypeName.BIGINT);
    this.counted = counted;
    this.columns = new ArrayList<>(rexBuilder.identityProjects(counted.getRowType()));
  }

  /** The aggregate over the numbers per status; null = it needs the rows. */
  static @Nullable RelNode of(LogicalAggregate aggregate) {
    if (!aggregate.getAggCallList().stream().allMatch(call -> isKnown(call, aggregate))) {
      return null;
    }
    RelNode counted = counted(aggregate.getInput());
    return counted == null ? null : new WeightedCounts(aggregate, counted).weighted();
  }

  private static boolean isKnown(AggregateCall call, LogicalAggregate aggregate) {
    SqlKind kind = call.getAggregation().getKind();
    if (!call.getCollation().equals(RelCollations.EMPTY) || call.distinctKeys != null) {
      return false;
    }
    return SAME_FOR_EQUAL_ROWS.contains(kind)
        || kind == SqlKind.COUNT
        || (isSum(kind) && call.getArgList().stream().allMatch(a -> isExact(aggregate, a)));
  }

  private static boolean isSum(SqlKind kind) {
    return kind == SqlKind.SUM || kind == SqlKind.SUM0;
  }

  private static boolean isExact(LogicalAggregate aggregate, int argument) {
    return SqlTypeUtil.isIntType(
        aggregate.getInput().getRowType().getFieldList().get(argument).getType());
  }

  /** The input with a row per status and the number as one column more; null = not possible. */
  private static @Nullable RelNode counted(RelNode input) {
    if (input instanceof ApiScan scan) {
      return speaksOfStatus(scan.plan())
          ? scan.with(scan.plan().measuring(Measure.COUNT_BY_STATUS))
          : null;
    }
    if (input instanceof LogicalFilter filter && RexUtil.isDeterministic(filter.getCondition())) {
      RelNode below = counted(filter.getInput());
      return below == null ? null : filter.copy(filter.getTraitSet(), List.of(below));
    }
    return input instanceof LogicalProject project ? counted(project) : null;
  }

  private static @Nullable RelNode counted(LogicalProject project) {
    boolean plain =
        !project.containsOver()
            && project.getProjects().stream().allMatch(RexUtil::isDeterministic);
    RelNode below = plain ? counted(project.getInput()) : null;
    if (below == null) {
      return null;
    }
    int number = below.getRowType().getFieldCount() - 1;
    List<RexNode> expressions = new ArrayList<>(project.getProjects());
    expressions.add(project.getCluster().getRexBuilder().makeInputRef(below, number));
    return LogicalProject.create(below, List.of(), expressions, (List<String>) null, Set.of());
  }

  private static boolean speaksOfStatus(ScanPlan plan) {
    return plan.table().equals(Catalog.WORKSPACES)
        && plan.measure() == Measure.ROWS
        && !plan.isClosed()
        && plan.columns().size() == 1
        && plan.columns().get(0).name().equals("status")
        && plan.conditions().stream().allMatch(c -> c.column().name().equals("status"));
  }

  private RelNode weighted() {
    List<AggregateCall> calls = aggregate.getAggCallList().stream().map(this::weighted).toList();
    RelNode numbers =
        LogicalProject.create(counted, List.of(), columns, (List<String>) null, Set.of());
    RelNode sums =
        LogicalAggregate.create(
            numbers, List.of(), aggregate.getGroupSet(), aggregate.getGroupSets(), calls);
    List<RexNode> results = new ArrayList<>();
    for (int i = 0; i < sums.getRowType().getFieldCount(); i++) {
      RelDataType type = aggregate.getRowType().getFieldList().get(i).getType();
      results.add(rexBuilder.ensureType(type, rexBuilder.makeInputRef(sums, i), true));
    }
    return LogicalProject.create(sums, List.of(), results, aggregate.getRowType(), Set.of());
  }

  private AggregateCall weighted(AggregateCall call) {
    SqlKind kind = call.getAggregation().getKind();
    if (call.isDistinct() || SAME_FOR_EQUAL_ROWS.contains(kind)) {
      return call;
    }
    boolean counts = kind == SqlKind.COUNT;
    columns.add(counts ? numberOfPresent(call.getArgList()) : weight(call.getArgList().get(0)));
    boolean neverNull = counts || kind == SqlKind.SUM0;
    SqlAggFunction sum = neverNull ? SqlStdOperatorTable.SUM0 : SqlStdOperatorTable.SUM;
    RelDataType type = rexBuilder.getTypeFactory().createTypeWithNullability(bigint, !neverNull);
    return AggregateCall.create(
        call.getParserPosition(),
        sum,
        false,
        false,
        false,
        List.of(),
        List.of(columns.size() - 1),
        call.filterArg,
        null,
        RelCollations.EMPTY,
        type,
        call.getName());
  }

  /** COUNT leaves out the rows where an argument is NULL. */
  private RexNode numberOfPresent(List<Integer> arguments) {
    RexNode number = number();
    List<RexNode> present =
        arguments.stream()
            .map(argument -> rexBuilder.makeInputRef(counted, argument))
            .<RexNode>map(value -> rexBuilder.makeCall(SqlStdOperatorTable.IS_NOT_NULL, value))
            .toList();
    return present.isEmpty()
        ? number
        : rexBuilder.makeCall(
            SqlStdOperatorTable.CASE,
            RexUtil.composeConjunction(rexBuilder, present),
            number,
            rexBuilder.makeExactLiteral(BigDecimal.ZERO, bigint));
  }

  private RexNode weight(int argument) {
    RexNode value = rexBuilder.makeInputRef(counted, argument);
    RelDataType type =
        rexBuilder.getTypeFactory().createTypeWithNullability(bigint, value.getType().isNullable());
    return rexBuilder.makeCall(
        SqlStdOperatorTable.CHECKED_MULTIPLY, rexBuilder.makeCast(type, value), number());
  }

  private RexNode number() {
    return rexBuilder.makeInputRef(counted, counted.getRowType().getFieldCount() - 1);
  }
}
