package io.workspacesql.sql.time;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** {@code + - * /} on timestamps, dates, times and intervals. */
final class ArithmeticLowering {
  private final TimeCalls calls;

  ArithmeticLowering(TimeCalls calls) {
    this.calls = calls;
  }

  /**
   * Lowers a sum, difference, product, quotient or negation.
   *
   * @param operands the call's operands, lowered
   */
  RexNode lower(RexCall call, List<RexNode> operands) {
    return switch (call.getKind()) {
      case PLUS, MINUS -> sum(call, operands);
      case TIMES, DIVIDE -> scaled(call, operands);
      case MINUS_PREFIX -> calls.ensured(call.getType(), calls.negated(operands.get(0)));
      default -> throw UnsupportedTime.because(call.getOperator() + " of times");
    };
  }

  private RexNode sum(RexCall call, List<RexNode> operands) {
    RelDataType left = call.getOperands().get(0).getType();
    RelDataType right = call.getOperands().get(1).getType();
    if (SqlTypeUtil.isInterval(left) && SqlTypeUtil.isInterval(right)) {
      return calls.plain(call.getKind(), call.getType(), operands);
    }
    if (SqlTypeUtil.isDatetime(left) && SqlTypeUtil.isInterval(right)) {
      RexNode interval = operands.get(1);
      return moved(
          call.getType(),
          left,
          operands.get(0),
          right,
          call.getKind() == SqlKind.MINUS ? calls.negated(interval) : interval);
    }
    if (SqlTypeUtil.isInterval(call.getType()) && call.getKind() == SqlKind.MINUS) {
      return difference(call.getType(), left, operands.get(0), right, operands.get(1));
    }
    throw UnsupportedTime.because(left + " " + call.getOperator() + " " + right);
  }

  private RexNode moved(
      RelDataType type, RelDataType from, RexNode start, RelDataType interval, RexNode amount) {
    boolean months = CastLowering.isYearMonth(interval);
    return switch (type.getSqlTypeName()) {
      case TIMESTAMP ->
          calls.withPrecision(type, moved(type, calls.asTimestamp(from, start), interval, amount));
      case DATE ->
          calls.call(
              type,
              months ? RuntimeFunction.DATE_PLUS_MONTHS : RuntimeFunction.DATE_PLUS,
              start,
              amount);
      case TIME -> calls.call(type, RuntimeFunction.TIME_PLUS, start, amount);
      default -> throw UnsupportedTime.because("arithmetic that gives " + type);
    };
  }

  private RexNode moved(RelDataType type, RexNode micros, RelDataType interval, RexNode amount) {
    if (CastLowering.isYearMonth(interval)) {
      return calls.call(type, RuntimeFunction.PLUS_MONTHS, micros, amount, calls.zone());
    }
    return interval.getSqlTypeName() == SqlTypeName.INTERVAL_DAY
        ? calls.call(type, RuntimeFunction.PLUS_DAYS, micros, amount, calls.zone())
        : calls.call(type, RuntimeFunction.PLUS, micros, amount);
  }

  private RexNode difference(
      RelDataType type, RelDataType toType, RexNode to, RelDataType fromType, RexNode from) {
    if (toType.getSqlTypeName() == SqlTypeName.TIME) {
      return calls.call(type, RuntimeFunction.TIME_BETWEEN, from, to);
    }
    boolean zoned = LoweredTypes.isTimestamp(toType) || LoweredTypes.isTimestamp(fromType);
    RexNode zone = zoned ? calls.zone() : calls.utc();
    String unit = CastLowering.isYearMonth(type) ? "MONTH" : "MICROSECOND";
    return calls.call(
        type,
        RuntimeFunction.BETWEEN,
        calls.text(unit),
        calls.asTimestamp(fromType, from, zone),
        calls.asTimestamp(toType, to, zone),
        zone);
  }

  private RexNode scaled(RexCall call, List<RexNode> operands) {
    boolean intervalFirst = SqlTypeUtil.isInterval(call.getOperands().get(0).getType());
    RexNode interval = operands.get(intervalFirst ? 0 : 1);
    RexNode factor = operands.get(intervalFirst ? 1 : 0);
    if (!SqlTypeUtil.isInterval(call.getType()) || !SqlTypeUtil.isExactNumeric(factor.getType())) {
      throw UnsupportedTime.because(call.getOperator() + " of INTERVAL and an inexact number");
    }
    return call.getKind() == SqlKind.TIMES
        ? calls.times(call.getType(), interval, factor)
        : calls.dividedBy(call.getType(), interval, factor);
  }
}
