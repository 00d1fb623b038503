package io.workspacesql.sql.time;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Lowers aggregate and window functions. */
final class WindowLowering {
  /** Functions that choose or count values, and the sums that intervals have. */
  private static final Set<SqlKind> KNOWN =
      EnumSet.of(
          SqlKind.COUNT,
          SqlKind.MIN,
          SqlKind.MAX,
          SqlKind.SUM,
          SqlKind.SUM0,
          SqlKind.AVG,
          SqlKind.ANY_VALUE,
          SqlKind.SINGLE_VALUE,
          SqlKind.MODE,
          SqlKind.ARG_MIN,
          SqlKind.ARG_MAX,
          SqlKind.LAG,
          SqlKind.LEAD,
          SqlKind.FIRST_VALUE,
          SqlKind.LAST_VALUE,
          SqlKind.NTH_VALUE);

  private final RexBuilder rex;
  private final RexShuttle expressions;
  private final LoweredTypes types;
  private final TimeCalls calls;

  WindowLowering(RexBuilder rex, RexShuttle expressions, LoweredTypes types, TimeCalls calls) {
    this.rex = rex;
    this.expressions = expressions;
    this.types = types;
    this.calls = calls;
  }

  /** An aggregate's call over lowered rows. */
  static AggregateCall lower(AggregateCall call, List<RelDataType> inputs, LoweredTypes types) {
    List<RelDataType> operands = call.getArgList().stream().map(inputs::get).toList();
    check(call.getAggregation(), operands, call.getType());
    return AggregateCall.create(
        call.getParserPosition(),
        call.getAggregation(),
        call.isDistinct(),
        call.isApproximate(),
        call.ignoreNulls(),
        call.rexList,
        call.getArgList(),
        call.filterArg,
        call.distinctKeys,
        call.getCollation(),
        types.of(call.getType()),
        call.getName());
  }

  private static void check(SqlAggFunction function, List<RelDataType> operands, RelDataType type) {
    boolean changes =
        LoweredTypes.changes(type) || operands.stream().anyMatch(LoweredTypes::changes);
    if (changes && !KNOWN.contains(function.getKind())) {
      throw UnsupportedTime.because(function.getName() + " of TIMESTAMP or INTERVAL");
    }
  }

  RexNode lower(RexOver over) {
    RelDataType type = over.getType();
    check(over.getAggOperator(), over.getOperands().stream().map(RexNode::getType).toList(), type);
    RexWindow window = over.getWindow();
    List<RexNode> partition =
        window.partitionKeys.stream().map(key -> key.accept(expressions)).toList();
    List<RexFieldCollation> keys = new ArrayList<>();
    for (RexFieldCollation key : window.orderKeys) {
      RexNode lowered = key.left.accept(expressions);
      if (RangeKey.isIn(window)) {
        RangeKey range = RangeKey.of(rex, lowered, key, window);
        partition = range.partition(partition);
        keys.add(range.ascending());
      } else {
        keys.add(new RexFieldCollation(lowered, key.right));
      }
    }
    return rex.makeOver(
        types.of(type),
        over.getAggOperator(),
        operands(over),
        partition,
        com.google.common.collect.ImmutableList.copyOf(keys),
        bound(window, window.getLowerBound()),
        bound(window, window.getUpperBound()),
        window.getExclude(),
        window.isRows(),
        true,
        false,
        over.isDistinct(),
        over.ignoreNulls());
  }

  /** LAG and LEAD may have a default of another type than the value. */
  private List<RexNode> operands(RexOver over) {
    List<RexNode> operands = new ArrayList<>();
    for (RexNode operand : over.getOperands()) {
      RexNode lowered = operand.accept(expressions);
      checkDistance(over, operands.size(), lowered);
      boolean date = operand.getType().getSqlTypeName() == SqlTypeName.DATE;
      operands.add(
          date && LoweredTypes.isTimestamp(over.getType())
              ? calls.asTimestamp(operand.getType(), lowered)
              : lowered);
    }
    return operands;
  }

  /** The planner's runtime cannot do without the number of rows. */
  private static void checkDistance(RexOver over, int place, RexNode operand) {
    boolean shifts = over.getKind() == SqlKind.LAG || over.getKind() == SqlKind.LEAD;
    if (shifts && place == 1 && RexUtil.isNullLiteral(operand, true)) {
      throw UnsupportedTime.because(over.getKind() + " over NULL rows");
    }
  }

  /** A distance from a TIMESTAMP is in microseconds; the planner knows those from other keys. */
  private RexWindowBound bound(RexWindow window, RexWindowBound bound) {
    RexNode offset = bound.getOffset();
    if (offset == null || !LoweredTypes.changes(offset.getType())) {
      return bound;
    }
    RelDataType key = window.orderKeys.get(0).left.getType();
    if (!LoweredTypes.isTimestamp(key)) {
      return bound;
    }
    if (!SqlTypeUtil.isInterval(offset.getType()) || CastLowering.isYearMonth(offset.getType())) {
      throw UnsupportedTime.because("RANGE with " + offset.getType() + " over a TIMESTAMP");
    }
    RexNode micros = offset.accept(expressions);
    return bound.isPreceding()
        ? RexWindowBounds.preceding(micros)
        : RexWindowBounds.following(micros);
  }
}
