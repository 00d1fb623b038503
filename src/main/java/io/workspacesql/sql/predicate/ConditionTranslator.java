package io.workspacesql.sql.predicate;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ColumnType;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row expression into a condition that means exactly the same. What it does not know it
 * leaves to the planner's own operators.
 */
public final class ConditionTranslator {
  private final RexBuilder rexBuilder;
  private final List<ColumnDefinition> columns;

  /**
   * @param columns what the input references of the expressions stand for
   */
  public ConditionTranslator(RexBuilder rexBuilder, List<ColumnDefinition> columns) {
    this.rexBuilder = rexBuilder;
    this.columns = columns;
  }

  /** The condition that passes the same rows (those where the expression is TRUE). */
  public Optional<Condition> translate(RexNode expression) {
    return switch (expression.getKind()) {
      case EQUALS -> equality((RexCall) expression);
      case LIKE -> like((RexCall) expression);
      case OR -> disjunction((RexCall) expression);
      case SEARCH ->
          translateExpanded(RexUtil.expandSearch(rexBuilder, null, expression), expression);
      case INPUT_REF -> flag(expression, true);
      case NOT -> flag(((RexCall) expression).getOperands().get(0), false);
      default -> Optional.empty();
    };
  }

  private Optional<Condition> translateExpanded(RexNode expanded, RexNode original) {
    return expanded.equals(original) ? Optional.empty() : translate(expanded);
  }

  private Optional<Condition> equality(RexCall call) {
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    return equality(left, right).or(() -> equality(right, left));
  }

  private Optional<Condition> equality(RexNode reference, RexNode value) {
    ColumnDefinition column = column(reference);
    if (column == null) {
      return Optional.empty();
    }
    Operand operand = operand(value, column);
    return operand == null
        ? Optional.empty()
        : Optional.of(new Condition.In(column, List.of(operand)));
  }

  /** {@code a = x OR a = y …} on one column. */
  private Optional<Condition> disjunction(RexCall call) {
    List<Operand> values = new ArrayList<>();
    ColumnDefinition column = null;
    for (RexNode operand : call.getOperands()) {
      Condition part = translate(operand).orElse(null);
      if (!(part instanceof Condition.In in) || (column != null && !column.equals(in.column()))) {
        return Optional.empty();
      }
      column = in.column();
      values.addAll(in.values());
    }
    return column == null
        ? Optional.empty()
        : Optional.of(new Condition.In(column, values.stream().distinct().toList()));
  }

  private Optional<Condition> like(RexCall call) {
    // ILIKE has the same kind but is another operator.
    if (!call.getOperator().equals(SqlStdOperatorTable.LIKE)) {
      return Optional.empty();
    }
    ColumnDefinition column = column(call.getOperands().get(0));
    if (column == null || column.type() != ColumnType.VARCHAR) {
      return Optional.empty();
    }
    Operand pattern = operand(call.getOperands().get(1), column);
    if (pattern == null) {
      return Optional.empty();
    }
    if (call.getOperands().size() == 2) {
      return Optional.of(new Condition.Like(column, pattern, null));
    }
    return call.getOperands().get(2) instanceof RexLiteral escape && !escape.isNull()
        ? Optional.of(new Condition.Like(column, pattern, text(escape)))
        : Optional.empty();
  }

  private Optional<Condition> flag(RexNode expression, boolean value) {
    ColumnDefinition column = column(expression);
    return column != null && column.type() == ColumnType.BOOLEAN
        ? Optional.of(new Condition.In(column, List.of(new Operand.Constant(value))))
        : Optional.empty();
  }

  private @Nullable ColumnDefinition column(RexNode expression) {
    if (expression instanceof RexInputRef reference) {
      return columns.get(reference.getIndex());
    }
    // A cast that keeps the value: VARCHAR(36) compared with longer text.
    return expression.isA(SqlKind.CAST) && isTextWithoutLimit(expression.getType())
        ? textColumn(((RexCall) expression).getOperands().get(0))
        : null;
  }

  private @Nullable ColumnDefinition textColumn(RexNode expression) {
    ColumnDefinition column = column(expression);
    return column != null && column.type() == ColumnType.VARCHAR ? column : null;
  }

  private static @Nullable Operand operand(RexNode expression, ColumnDefinition column) {
    if (column.type() == ColumnType.VARCHAR) {
      return textOperand(expression);
    }
    return column.type() == ColumnType.BOOLEAN ? booleanOperand(expression) : null;
  }

  private static @Nullable Operand textOperand(RexNode expression) {
    if (!SqlTypeFamily.CHARACTER.contains(expression.getType())) {
      return null;
    }
    if (expression instanceof RexLiteral literal) {
      return new Operand.Constant(literal.isNull() ? null : text(literal));
    }
    if (expression instanceof RexDynamicParam parameter) {
      return new Operand.Parameter(parameter.getIndex());
    }
    return expression.isA(SqlKind.CAST) && isTextWithoutLimit(expression.getType())
        ? textOperand(((RexCall) expression).getOperands().get(0))
        : null;
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

  private static @Nullable String text(RexLiteral literal) {
    return literal.getValueAs(String.class);
  }

  private static boolean isTextWithoutLimit(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.VARCHAR
        && type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED;
  }
}
