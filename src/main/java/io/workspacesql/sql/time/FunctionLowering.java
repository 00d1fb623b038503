package io.workspacesql.sql.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlAbstractTimeFunction;
import org.apache.calcite.sql.fun.SqlCurrentDateFunction;

/** Functions on timestamps and intervals. */
final class FunctionLowering {
  private static final Map<SqlOperator, RuntimeFunction> OWN =
      Map.of(
          TimeOperators.DATE_TRUNC, RuntimeFunction.DATE_TRUNC,
          TimeOperators.TIMESTAMPADD, RuntimeFunction.ADD,
          TimeOperators.TIMESTAMPDIFF, RuntimeFunction.BETWEEN);

  private final TimeCalls calls;

  FunctionLowering(TimeCalls calls) {
    this.calls = calls;
  }

  /** Whether the call tells the statement's time. */
  boolean isClock(RexCall call) {
    return call.getOperator() instanceof SqlAbstractTimeFunction
        || call.getOperator() instanceof SqlCurrentDateFunction;
  }

  /** CURRENT_TIMESTAMP, NOW(), CURRENT_DATE and their like, from one instant. */
  RexNode clock(RexCall call) {
    RelDataType type = call.getType();
    RexNode now = calls.now();
    return switch (type.getSqlTypeName()) {
      case TIMESTAMP -> calls.withPrecision(type, now);
      case DATE -> calls.call(type, RuntimeFunction.DATE, now, calls.zone());
      case TIME ->
          calls.call(
              type, RuntimeFunction.TIME, now, calls.number(type.getPrecision()), calls.zone());
      default -> throw UnsupportedTime.because(call.getOperator().getName());
    };
  }

  /** Lowers a call with these lowered operands. */
  RexNode lower(RexCall call, List<RexNode> operands) {
    RuntimeFunction own = OWN.get(call.getOperator());
    if (own != null) {
      return calls.call(call.getType(), own, withZone(operands));
    }
    if (call.getOperator().equals(TimeOperators.OF_MICROS)) {
      return operands.get(0);
    }
    return switch (call.getKind()) {
      case EXTRACT -> extract(call, operands.get(1));
      case FLOOR -> rounded(call, RuntimeFunction.FLOOR, operands);
      case CEIL -> rounded(call, RuntimeFunction.CEIL, operands);
      default ->
          throw UnsupportedTime.because(call.getOperator().getName() + " of TIMESTAMP or INTERVAL");
    };
  }

  private RexNode[] withZone(List<RexNode> operands) {
    List<RexNode> all = new ArrayList<>(operands);
    all.add(calls.zone());
    return all.toArray(RexNode[]::new);
  }

  private RexNode extract(RexCall call, RexNode operand) {
    RelDataType from = call.getOperands().get(1).getType();
    RexNode field = calls.text(field((RexLiteral) call.getOperands().get(0)));
    if (LoweredTypes.isTimestamp(from)) {
      return calls.call(call.getType(), RuntimeFunction.EXTRACT, field, operand, calls.zone());
    }
    return calls.call(
        call.getType(),
        CastLowering.isYearMonth(from)
            ? RuntimeFunction.MONTHS_EXTRACT
            : RuntimeFunction.INTERVAL_EXTRACT,
        field,
        operand);
  }

  /** The field of EXTRACT, or the text that DATE_PART takes. */
  private static String field(RexLiteral literal) {
    TimeUnit unit =
        literal.getValue() instanceof TimeUnitRange range
            ? range.startUnit
            : SqlIntervalQualifier.stringToDatePartTimeUnit(literal.getValueAs(String.class));
    return TimeField.named(unit.name()).name();
  }

  private RexNode rounded(RexCall call, RuntimeFunction function, List<RexNode> operands) {
    if (!LoweredTypes.isTimestamp(call.getType()) || operands.size() != 2) {
      throw UnsupportedTime.because(call.getOperator().getName() + " of INTERVAL");
    }
    String unit = String.valueOf(((RexLiteral) operands.get(1)).getValue());
    return calls.call(
        call.getType(),
        function,
        calls.text(CalendarUnit.parse(unit).name()),
        operands.get(0),
        calls.zone());
  }
}
