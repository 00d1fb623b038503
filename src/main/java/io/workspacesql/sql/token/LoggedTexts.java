package io.workspacesql.sql.token;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * What may be computed of texts beside a token. Some functions of the planner write a text that
 * they cannot take into the log before anybody can catch it ({@code CalciteException}, seen with
 * 1.42 for TRIM and casts to BOOLEAN), so only those are let through that are known to take every
 * text.
 */
public final class LoggedTexts extends RelVisitor {
  private static final Set<String> TAKE_EVERY_TEXT =
      Set.of(
          "||",
          "=",
          "<>",
          "<",
          "<=",
          ">",
          ">=",
          "AND",
          "OR",
          "NOT",
          "CASE",
          "CAST",
          "COALESCE",
          "NULLIF",
          "SEARCH",
          "IS NULL",
          "IS NOT NULL",
          "IS DISTINCT FROM",
          "IS NOT DISTINCT FROM",
          "LIKE",
          "LIKEESCAPED",
          "ILIKE",
          "ILIKEESCAPED",
          "CHAR_LENGTH",
          "CHARACTER_LENGTH",
          "CONCAT",
          "LEFT",
          "LENGTH",
          "LOWER",
          "MD5",
          "OCTET_LENGTH",
          "POSITION",
          "REPLACE",
          "RIGHT",
          "SHA1",
          "SHA256",
          "SHA512",
          "STARTS_WITH",
          "STRPOS",
          "SUBSTRING",
          "UPPER");

  private static final RexShuttle REFUSAL =
      new RexShuttle() {
        @Override
        public RexNode visitCall(RexCall call) {
          if (call.getOperands().stream().anyMatch(LoggedTexts::isText) && !takesEveryText(call)) {
            throw new UncheckedSqlException(
                Failure.NOT_SUPPORTED.because(
                    "A statement that mints tokens does not compute %s of texts that it reads: one that"
                            .formatted(called(call))
                        + " does not fit would be logged"));
          }
          return super.visitCall(call);
        }
      };

  private LoggedTexts() {}

  /**
   * Returns when the plan computes nothing else.
   *
   * @throws UncheckedSqlException 0A000
   */
  public static void refuse(RelNode plan) {
    new LoggedTexts().go(plan);
  }

  @Override
  public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
    node.accept(REFUSAL);
    super.visit(node, ordinal, parent);
  }

  private static boolean isText(RexNode operand) {
    return SqlTypeUtil.inCharFamily(operand.getType())
        && !(operand instanceof RexLiteral)
        && !(operand instanceof RexDynamicParam);
  }

  private static boolean takesEveryText(RexCall call) {
    return TAKE_EVERY_TEXT.contains(call.getOperator().getName().toUpperCase(Locale.ROOT))
        && !isBooleanCast(call);
  }

  private static boolean isBooleanCast(RexCall call) {
    return call.getKind() == SqlKind.CAST && call.getType().getSqlTypeName() == SqlTypeName.BOOLEAN;
  }

  private static String called(RexCall call) {
    return isBooleanCast(call) ? "CAST AS BOOLEAN" : call.getOperator().getName();
  }
}
