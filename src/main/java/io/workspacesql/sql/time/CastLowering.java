package io.workspacesql.sql.time;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** CAST from and to TIMESTAMP and INTERVAL. */
final class CastLowering {
  private static final BigDecimal MICROS_PER_MILLI = BigDecimal.valueOf(1_000);

  private final TimeCalls calls;

  CastLowering(TimeCalls calls) {
    this.calls = calls;
  }

  RexNode cast(RelDataType to, RelDataType from, RexNode operand) {
    if (to.isStruct()) {
      return row(to, from, operand);
    }
    if (LoweredTypes.isTimestamp(to)) {
      return toTimestamp(to, from, operand);
    }
    if (LoweredTypes.isTimestamp(from)) {
      return fromTimestamp(to, operand);
    }
    return SqlTypeUtil.isInterval(to)
        ? toInterval(to, from, operand)
        : fromInterval(to, from, operand);
  }

  private RexNode row(RelDataType to, RelDataType from, RexNode operand) {
    if (!(operand instanceof RexCall call) || !call.isA(SqlKind.ROW)) {
      throw unsupported("ROW", to);
    }
    List<RexNode> fields = new ArrayList<>();
    for (int i = 0; i < to.getFieldCount(); i++) {
      RelDataType target = to.getFieldList().get(i).getType();
      RelDataType source = from.getFieldList().get(i).getType();
      RexNode field = call.getOperands().get(i);
      boolean changes = LoweredTypes.changes(target) || LoweredTypes.changes(source);
      fields.add(changes ? cast(target, source, field) : calls.cast(target, field));
    }
    return calls.row(to, fields);
  }

  private RexNode toTimestamp(RelDataType to, RelDataType from, RexNode operand) {
    return SqlTypeUtil.inCharFamily(from)
        ? calls.call(
            to, RuntimeFunction.PARSE, operand, calls.number(to.getPrecision()), calls.zone())
        : calls.withPrecision(to, calls.asTimestamp(from, operand));
  }

  private RexNode fromTimestamp(RelDataType to, RexNode operand) {
    return switch (to.getSqlTypeName()) {
      case CHAR, VARCHAR ->
          calls.cast(to, calls.textCall(operand, RuntimeFunction.TEXT, operand, calls.zone()));
      case DATE -> calls.call(to, RuntimeFunction.DATE, operand, calls.zone());
      case TIME ->
          calls.call(
              to, RuntimeFunction.TIME, operand, calls.number(to.getPrecision()), calls.zone());
      default -> throw unsupported("TIMESTAMP", to);
    };
  }

  /** Whether it is a cast of a TIME to text. */
  static boolean isTextOfTime(RexCall call) {
    return call.getKind() == SqlKind.CAST
        && call.getOperands().get(0).getType().getSqlTypeName() == SqlTypeName.TIME
        && SqlTypeUtil.inCharFamily(call.getType());
  }

  RexNode textOfTime(RelDataType to, RexNode operand) {
    return calls.cast(to, calls.textCall(operand, RuntimeFunction.TIME_TEXT, operand));
  }

  private RexNode toInterval(RelDataType to, RelDataType from, RexNode operand) {
    if (SqlTypeUtil.isInterval(from) && isYearMonth(from) == isYearMonth(to)) {
      return calls.ensured(to, operand);
    }
    if (from.getSqlTypeName() == SqlTypeName.NULL) {
      return calls.ensured(to, operand);
    }
    if (!SqlTypeUtil.isExactNumeric(from)) {
      throw unsupported(from.getSqlTypeName().getName(), to);
    }
    long unit = IntervalText.size(to.getSqlTypeName().getEndUnit());
    return calls.times(to, operand, BigDecimal.valueOf(unit));
  }

  private RexNode fromInterval(RelDataType to, RelDataType from, RexNode operand) {
    if (!SqlTypeUtil.inCharFamily(to)) {
      throw unsupported("INTERVAL", to);
    }
    RexNode type = calls.text(from.getSqlTypeName().name());
    return calls.cast(to, calls.textCall(operand, RuntimeFunction.INTERVAL_TEXT, type, operand));
  }

  /** The planner's own way from an interval to its number of months or milliseconds, and back. */
  RexNode reinterpret(RelDataType to, RelDataType from, RexNode operand) {
    RelDataType interval = SqlTypeUtil.isInterval(from) ? from : to;
    if (!SqlTypeUtil.isInterval(interval)
        || SqlTypeUtil.isInterval(from) == SqlTypeUtil.isInterval(to)) {
      throw unsupported(from.getSqlTypeName().getName(), to);
    }
    if (isYearMonth(interval)) {
      return calls.ensured(to, operand);
    }
    return SqlTypeUtil.isInterval(to)
        ? calls.times(to, operand, MICROS_PER_MILLI)
        : calls.dividedBy(to, operand, MICROS_PER_MILLI);
  }

  static boolean isYearMonth(RelDataType interval) {
    return interval.getSqlTypeName().isYearMonth();
  }

  private static RuntimeException unsupported(String from, RelDataType to) {
    return UnsupportedTime.because("CAST from " + from + " to " + to);
  }
}
