package io.workspacesql.sql.time;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.TimestampString;

/** Lowers row expressions. Operators that it does not know are refused, never passed on. */
final class ExpressionLowering extends RexShuttle {
  /** Operators that compare or hand on values: right for numbers when right for timestamps. */
  private static final Set<SqlKind> INDIFFERENT =
      EnumSet.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.IS_NOT_DISTINCT_FROM,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.CASE,
          SqlKind.COALESCE,
          SqlKind.ROW);

  /** Types of a CASE's conditions and of its missing ELSE. */
  private static final Set<SqlTypeName> VALUELESS =
      EnumSet.of(SqlTypeName.BOOLEAN, SqlTypeName.NULL);

  private final RexBuilder rex;
  private final UnaryOperator<RelNode> plans;
  private final LoweredTypes types;
  private final TimeCalls calls;
  private final CastLowering casts;
  private final ArithmeticLowering arithmetic;
  private final FunctionLowering functions;
  private final WindowLowering windows;

  /**
   * @param plans lowers the plans of sub-queries
   */
  ExpressionLowering(
      RexBuilder rex, LoweredTypes types, ZoneId zone, UnaryOperator<RelNode> plans) {
    this.rex = rex;
    this.plans = plans;
    this.types = types;
    this.calls = new TimeCalls(rex, types, zone);
    this.casts = new CastLowering(calls);
    this.arithmetic = new ArithmeticLowering(calls);
    this.functions = new FunctionLowering(calls);
    this.windows = new WindowLowering(rex, this, types, calls);
  }

  @Override
  public RexNode visitInputRef(RexInputRef reference) {
    return LoweredTypes.changes(reference.getType())
        ? rex.makeInputRef(types.of(reference.getType()), reference.getIndex())
        : reference;
  }

  @Override
  public RexNode visitDynamicParam(RexDynamicParam parameter) {
    RelDataType type = parameter.getType();
    if (SqlTypeUtil.isInterval(type)) {
      throw UnsupportedTime.because("parameters of type " + type);
    }
    return LoweredTypes.changes(type)
        ? rex.makeDynamicParam(types.of(type), parameter.getIndex())
        : parameter;
  }

  @Override
  public RexNode visitCorrelVariable(RexCorrelVariable variable) {
    return rex.makeCorrel(types.of(variable.getType()), variable.id);
  }

  @Override
  public RexNode visitFieldAccess(RexFieldAccess access) {
    return rex.makeFieldAccess(
        access.getReferenceExpr().accept(this), access.getField().getIndex());
  }

  @Override
  public RexLiteral visitLiteral(RexLiteral literal) {
    RelDataType type = literal.getType();
    if (!LoweredTypes.changes(type)) {
      return literal;
    }
    if (literal.isNull()) {
      return rex.makeNullLiteral(types.of(type));
    }
    if (LoweredTypes.isTimestamp(type)) {
      return calls.literal(literal.getValueAs(TimestampString.class), type);
    }
    BigDecimal number = literal.getValueAs(BigDecimal.class);
    return calls.literal(CastLowering.isYearMonth(type) ? number : number.movePointRight(3), type);
  }

  @Override
  public RexNode visitOver(RexOver over) {
    return windows.lower(over);
  }

  @Override
  public RexNode visitSubQuery(RexSubQuery subQuery) {
    RelNode plan = plans.apply(subQuery.rel);
    List<RexNode> operands = lowered(subQuery);
    for (int i = 0; i < operands.size(); i++) {
      RelDataType column = subQuery.rel.getRowType().getFieldList().get(i).getType();
      if (LoweredTypes.changes(column)
          != LoweredTypes.changes(subQuery.getOperands().get(i).getType())) {
        throw UnsupportedTime.because("comparing " + column + " of a sub-query with another type");
      }
    }
    return subQuery.clone(types.of(subQuery.getType()), operands).clone(plan);
  }

  @Override
  public RexNode visitCall(RexCall call) {
    if (functions.isClock(call)) {
      return functions.clock(call);
    }
    if (CastLowering.isTextOfTime(call)) {
      return casts.textOfTime(call.getType(), lowered(call).get(0));
    }
    boolean changes =
        LoweredTypes.changes(call.getType())
            || call.getOperands().stream().anyMatch(o -> LoweredTypes.changes(o.getType()));
    if (!changes) {
      return super.visitCall(call);
    }
    return call.getKind() == SqlKind.SEARCH
        ? RexUtil.expandSearch(rex, null, call).accept(this)
        : lower(call, lowered(call));
  }

  private RexNode lower(RexCall call, List<RexNode> operands) {
    RelDataType type = call.getType();
    return switch (call.getKind()) {
      case CAST -> casts.cast(type, call.getOperands().get(0).getType(), operands.get(0));
      case REINTERPRET ->
          casts.reinterpret(type, call.getOperands().get(0).getType(), operands.get(0));
      case PLUS, MINUS, TIMES, DIVIDE, MINUS_PREFIX -> arithmetic.lower(call, operands);
      default ->
          INDIFFERENT.contains(call.getKind())
              ? rex.makeCall(types.of(type), call.getOperator(), aligned(call, operands))
              : functions.lower(call, operands);
    };
  }

  private List<RexNode> lowered(RexCall call) {
    return call.getOperands().stream().map(operand -> operand.accept(this)).toList();
  }

  /** Operands of one kind: a DATE beside a TIMESTAMP becomes one. */
  private List<RexNode> aligned(RexCall call, List<RexNode> operands) {
    List<RelDataType> types = call.getOperands().stream().map(RexNode::getType).toList();
    if (call.isA(SqlKind.ROW)) {
      return operands;
    }
    if (types.stream().noneMatch(LoweredTypes::isTimestamp)) {
      checkSameKind(call, types);
      return operands;
    }
    List<RexNode> aligned = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      boolean condition = types.get(i).getSqlTypeName() == SqlTypeName.BOOLEAN;
      aligned.add(condition ? operands.get(i) : calls.asTimestamp(types.get(i), operands.get(i)));
    }
    return aligned;
  }

  /** Intervals and rows are compared with their like, as the validator sees to; this makes sure. */
  private static void checkSameKind(RexCall call, List<RelDataType> types) {
    List<String> shapes =
        types.stream()
            .filter(type -> !VALUELESS.contains(type.getSqlTypeName()))
            .map(ExpressionLowering::shape)
            .distinct()
            .toList();
    if (shapes.size() > 1) {
      throw UnsupportedTime.because(
          call.getOperator() + " between " + String.join(" and ", shapes));
    }
  }

  private static String shape(RelDataType type) {
    if (type.isStruct()) {
      return type.getFieldList().stream().map(field -> shape(field.getType())).toList().toString();
    }
    if (SqlTypeUtil.isInterval(type)) {
      return CastLowering.isYearMonth(type) ? "INTERVAL of months" : "INTERVAL of time";
    }
    return LoweredTypes.isTimestamp(type) ? "TIMESTAMP" : "other values";
  }
}
