package io.workspacesql.sql.predicate;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ColumnType;
import io.workspacesql.plan.Fold;
import io.workspacesql.plan.Operand;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Recognises columns and values in row expressions, through casts that keep the value. */
final class ExpressionReader {
  private final List<ColumnDefinition> columns;

  ExpressionReader(List<ColumnDefinition> columns) {
    this.columns = columns;
  }

  /** A text column, folded or not; null = something else. */
  @Nullable Subject textSubject(RexNode expression) {
    Subject subject = subject(expression);
    return subject != null && subject.column().type() == ColumnType.VARCHAR ? subject : null;
  }

  /** A column, folded or not; null = something else. */
  @Nullable Subject subject(RexNode expression) {
    if (expression instanceof RexInputRef reference) {
      return new Subject(columns.get(reference.getIndex()), Fold.NONE);
    }
    if (!(expression instanceof RexCall call) || call.getOperands().isEmpty()) {
      return null;
    }
    RexNode inner = call.getOperands().get(0);
    if (call.isA(SqlKind.CAST)) {
      return keepsText(inner.getType(), call.getType()) ? textSubject(inner) : null;
    }
    Fold fold = fold(call.getOperator());
    Subject folded = fold == Fold.NONE ? null : textSubject(inner);
    return folded != null && folded.fold() == Fold.NONE ? new Subject(folded.column(), fold) : null;
  }

  private static Fold fold(SqlOperator operator) {
    if (operator.equals(SqlStdOperatorTable.LOWER)) {
      return Fold.LOWER;
    }
    return operator.equals(SqlStdOperatorTable.UPPER) ? Fold.UPPER : Fold.NONE;
  }

  /** A literal or parameter that can be compared with the subject; null = something else. */
  @Nullable Operand operand(RexNode expression, Subject subject) {
    return switch (subject.column().type()) {
      case VARCHAR -> textOperand(expression);
      case BOOLEAN -> booleanOperand(expression);
      case INTEGER, BIGINT, TIMESTAMP -> null;
    };
  }

  private static @Nullable Operand textOperand(RexNode expression) {
    if (!SqlTypeFamily.CHARACTER.contains(expression.getType())) {
      return null;
    }
    if (expression instanceof RexLiteral literal) {
      return new Operand.Constant(literal.isNull() ? null : literal.getValueAs(String.class));
    }
    if (expression instanceof RexDynamicParam parameter) {
      return new Operand.Parameter(parameter.getIndex());
    }
    return expression instanceof RexCall call ? computedText(call) : null;
  }

  /** LOWER(?), UPPER(?), a || ? and casts to text: known once the parameters are. */
  private static @Nullable Operand computedText(RexCall call) {
    List<Operand> parts = new ArrayList<>();
    for (RexNode operand : call.getOperands()) {
      Operand part = textOperand(operand);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    if (call.getOperator().equals(SqlStdOperatorTable.CONCAT)) {
      return new Operand.Concatenation(parts);
    }
    if (call.isA(SqlKind.CAST) && keepsText(call.getOperands().get(0).getType(), call.getType())) {
      return parts.get(0);
    }
    Fold fold = fold(call.getOperator());
    return fold == Fold.NONE ? null : new Operand.Folded(fold, parts.get(0));
  }

  private static @Nullable Operand booleanOperand(RexNode expression) {
    if (expression.getType().getSqlTypeName() != SqlTypeName.BOOLEAN) {
      return null;
    }
    if (expression instanceof RexLiteral literal) {
      return new Operand.Constant(literal.getValueAs(Boolean.class));
    }
    return expression instanceof RexDynamicParam parameter
        ? new Operand.Parameter(parameter.getIndex())
        : null;
  }

  /** Whether a cast changes no text: neither cuts it off nor pads it. */
  private static boolean keepsText(RelDataType from, RelDataType to) {
    if (to.getSqlTypeName() != SqlTypeName.VARCHAR) {
      return false;
    }
    boolean limited = from.getPrecision() != RelDataType.PRECISION_NOT_SPECIFIED;
    return to.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED
        || (limited && from.getPrecision() <= to.getPrecision());
  }
}
