package io.workspacesql.sql.predicate;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ColumnType;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.Fold;
import io.workspacesql.plan.Operand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row expression into a condition that means exactly the same. What it does not know it
 * leaves to the planner's own operators.
 */
public final class ConditionTranslator {
  private final RexBuilder rexBuilder;
  private final ExpressionReader reader;

  /**
   * @param columns what the input references of the expressions stand for
   */
  public ConditionTranslator(RexBuilder rexBuilder, List<ColumnDefinition> columns) {
    this.rexBuilder = rexBuilder;
    this.reader = new ExpressionReader(columns);
  }

  /** The condition that passes the same rows (those where the expression is TRUE). */
  public Optional<Condition> translate(RexNode expression) {
    return switch (expression.getKind()) {
      case EQUALS -> equality((RexCall) expression);
      case OTHER_FUNCTION -> like((RexCall) expression);
      case STARTS_WITH -> startsWith((RexCall) expression);
      case GREATER_THAN, GREATER_THAN_OR_EQUAL, NOT_EQUALS -> position((RexCall) expression);
      case OR -> disjunction((RexCall) expression);
      case SEARCH -> expanded(expression);
      case INPUT_REF -> flag(expression, true);
      case NOT -> flag(((RexCall) expression).getOperands().get(0), false);
      default -> Optional.empty();
    };
  }

  private Optional<Condition> expanded(RexNode search) {
    RexNode expanded = RexUtil.expandSearch(rexBuilder, null, search);
    return expanded.isA(SqlKind.SEARCH) ? Optional.empty() : translate(expanded);
  }

  private Optional<Condition> equality(RexCall call) {
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    return equality(left, right).or(() -> equality(right, left));
  }

  private Optional<Condition> equality(RexNode reference, RexNode value) {
    Subject subject = reader.subject(reference);
    Operand operand = subject == null ? null : reader.operand(value, subject);
    return subject == null || operand == null
        ? Optional.empty()
        : Optional.of(new Condition.In(subject.column(), subject.fold(), List.of(operand)));
  }

  private Optional<Condition> like(RexCall call) {
    Subject subject = reader.textSubject(call.getOperands().get(0));
    if (subject == null || !(call.getOperator() instanceof LikeFunction function)) {
      return Optional.empty();
    }
    Operand pattern = reader.operand(call.getOperands().get(1), subject);
    boolean escapes = call.getOperands().size() == 3;
    String escape = escapes ? literalText(call.getOperands().get(2)) : null;
    if (pattern == null || (escapes && escape == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new Condition.Like(
            subject.column(), subject.fold(), pattern, escape, function.ignoresCase()));
  }

  private Optional<Condition> startsWith(RexCall call) {
    return holds(call.getOperands().get(0), call.getOperands().get(1), true);
  }

  /** {@code POSITION(text IN column) > 0}, also written {@code >= 1} or {@code <> 0}. */
  private Optional<Condition> position(RexCall call) {
    RexNode function = call.getOperands().get(0);
    if (!function.isA(SqlKind.POSITION) || ((RexCall) function).getOperands().size() != 2) {
      return Optional.empty();
    }
    BigDecimal least = call.isA(SqlKind.GREATER_THAN_OR_EQUAL) ? BigDecimal.ONE : BigDecimal.ZERO;
    RexNode bound = call.getOperands().get(1);
    boolean saysHolds =
        bound instanceof RexLiteral literal
            && !literal.isNull()
            && least.compareTo(literal.getValueAs(BigDecimal.class)) == 0;
    List<RexNode> operands = ((RexCall) function).getOperands();
    return saysHolds ? holds(operands.get(1), operands.get(0), false) : Optional.empty();
  }

  private Optional<Condition> holds(RexNode reference, RexNode text, boolean atStart) {
    Subject subject = reader.textSubject(reference);
    Operand operand = subject == null ? null : reader.operand(text, subject);
    return subject == null || operand == null
        ? Optional.empty()
        : Optional.of(new Condition.Holds(subject.column(), subject.fold(), operand, atStart));
  }

  /** An OR whose parts all speak of one column; equalities become one IN. */
  private Optional<Condition> disjunction(RexCall call) {
    List<Condition> parts = new ArrayList<>();
    for (RexNode operand : call.getOperands()) {
      Condition part = translate(operand).orElse(null);
      if (part == null || (!parts.isEmpty() && !parts.get(0).column().equals(part.column()))) {
        return Optional.empty();
      }
      parts.add(part);
    }
    return Optional.of(
        merged(parts).orElseGet(() -> new Condition.AnyOf(parts.get(0).column(), parts)));
  }

  private static Optional<Condition> merged(List<Condition> parts) {
    List<Operand> values = new ArrayList<>();
    Fold fold = null;
    for (Condition part : parts) {
      if (!(part instanceof Condition.In in) || (fold != null && in.fold() != fold)) {
        return Optional.empty();
      }
      fold = in.fold();
      values.addAll(in.values());
    }
    return fold == null
        ? Optional.empty()
        : Optional.of(
            new Condition.In(parts.get(0).column(), fold, values.stream().distinct().toList()));
  }

  private Optional<Condition> flag(RexNode expression, boolean value) {
    Subject subject = reader.subject(expression);
    return subject != null && subject.column().type() == ColumnType.BOOLEAN
        ? Optional.of(
            new Condition.In(subject.column(), Fold.NONE, List.of(new Operand.Constant(value))))
        : Optional.empty();
  }

  private static @Nullable String literalText(RexNode expression) {
    return expression instanceof RexLiteral literal ? literal.getValueAs(String.class) : null;
  }
}
