package io.workspacesql.sql.time;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.error.UncheckedSqlException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.TimestampString;

/** Makes the expressions of lowered plans. */
final class TimeCalls {
  private static final int MICROS_PRECISION = 6;

  private final RexBuilder rex;
  private final LoweredTypes types;
  private final ZoneId zone;

  TimeCalls(RexBuilder rex, LoweredTypes types, ZoneId zone) {
    this.rex = rex;
    this.types = types;
    this.zone = zone;
  }

  /** A call whose type is the lowered form of this one. */
  RexNode call(RelDataType type, RuntimeFunction function, RexNode... operands) {
    return rex.makeCall(types.of(type), function, List.of(operands));
  }

  /** A call that gives text, NULL for a value that may be NULL. */
  RexNode textCall(RexNode value, RuntimeFunction function, RexNode... operands) {
    return call(types.text(value.getType().isNullable()), function, operands);
  }

  RexNode zone() {
    return text(zone.getId());
  }

  RexNode utc() {
    return text("Z");
  }

  RexNode text(String text) {
    return rex.makeLiteral(text);
  }

  RexNode number(int number) {
    return rex.makeExactLiteral(BigDecimal.valueOf(number));
  }

  /** A literal of a type that gets lowered. */
  RexLiteral literal(BigDecimal number, RelDataType type) {
    return rex.makeExactLiteral(number, types.of(type));
  }

  /** A TIMESTAMP literal, which is in the zone. */
  RexLiteral literal(TimestampString text, RelDataType type) {
    try {
      long micros = EpochMicros.of(TimestampText.parse(text.toString(), zone));
      return literal(BigDecimal.valueOf(micros), type);
    } catch (SQLException e) {
      throw new UncheckedSqlException(e);
    }
  }

  RexNode now() {
    return call(types.bigint(false), RuntimeFunction.NOW);
  }

  RexNode negated(RexNode operand) {
    return rex.makeCall(operand.getType(), SqlStdOperatorTable.UNARY_MINUS, List.of(operand));
  }

  /** A value as precise as this TIMESTAMP type says. */
  RexNode withPrecision(RelDataType type, RexNode micros) {
    return type.getPrecision() >= MICROS_PRECISION
        ? ensured(type, micros)
        : call(type, RuntimeFunction.TRUNCATE, micros, number(type.getPrecision()));
  }

  RexNode ensured(RelDataType type, RexNode lowered) {
    return rex.ensureType(types.of(type), lowered, true);
  }

  /** A lowered operand as epoch microseconds, whatever it was before. */
  RexNode asTimestamp(RelDataType type, RexNode lowered) {
    return asTimestamp(type, lowered, zone());
  }

  /** The same in another zone. */
  RexNode asTimestamp(RelDataType type, RexNode lowered, RexNode inZone) {
    if (LoweredTypes.isTimestamp(type)) {
      return lowered;
    }
    RelDataType bigint = types.bigint(type.isNullable());
    if (type.getSqlTypeName() == SqlTypeName.DATE) {
      return call(bigint, RuntimeFunction.START_OF_DAY, lowered, inZone);
    }
    if (type.getSqlTypeName() == SqlTypeName.NULL) {
      return rex.makeNullLiteral(bigint);
    }
    if (SqlTypeUtil.inCharFamily(type)) {
      return call(bigint, RuntimeFunction.PARSE, lowered, number(MICROS_PRECISION), inZone);
    }
    throw UnsupportedTime.because(type.getSqlTypeName() + " taken for a TIMESTAMP");
  }

  RexNode cast(RelDataType type, RexNode operand) {
    return rex.makeCast(type, operand, true, false);
  }

  /** interval * number. */
  RexNode times(RelDataType type, RexNode interval, RexNode factor) {
    return call(type, RuntimeFunction.TIMES, interval, decimal(factor));
  }

  RexNode times(RelDataType type, RexNode interval, BigDecimal factor) {
    return times(type, interval, rex.makeExactLiteral(factor));
  }

  /** interval / number. */
  RexNode dividedBy(RelDataType type, RexNode interval, RexNode divisor) {
    return call(type, RuntimeFunction.DIVIDED_BY, interval, decimal(divisor));
  }

  RexNode dividedBy(RelDataType type, RexNode interval, BigDecimal divisor) {
    return dividedBy(type, interval, rex.makeExactLiteral(divisor));
  }

  private RexNode decimal(RexNode number) {
    return number.getType().getSqlTypeName() == SqlTypeName.DECIMAL
        ? number
        : cast(types.decimal(number.getType().isNullable()), number);
  }

  RexNode row(RelDataType type, List<RexNode> fields) {
    return rex.makeCall(types.of(type), SqlStdOperatorTable.ROW, fields);
  }

  /** A sum or difference of numbers. */
  RexNode plain(SqlKind kind, RelDataType type, List<RexNode> operands) {
    return rex.makeCall(
        types.of(type),
        kind == SqlKind.PLUS ? SqlStdOperatorTable.PLUS : SqlStdOperatorTable.MINUS,
        operands);
  }
}
