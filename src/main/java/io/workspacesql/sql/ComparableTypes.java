package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;

/**
 * Which types are compared by an implicit cast. Text and numbers are not: the planner would read
 * every value of the column as a number and fail in the middle of the rows.
 */
final class ComparableTypes extends TypeCoercionImpl {

  ComparableTypes(RelDataTypeFactory typeFactory, SqlValidator validator) {
    super(typeFactory, validator);
  }

  @Override
  public boolean binaryComparisonCoercion(SqlCallBinding binding) {
    refuseTextAndNumber(binding);
    return super.binaryComparisonCoercion(binding);
  }

  @Override
  public boolean inOperationCoercion(SqlCallBinding binding) {
    refuseTextAndNumber(binding);
    return super.inOperationCoercion(binding);
  }

  private static void refuseTextAndNumber(SqlCallBinding binding) {
    if (binding.getOperandCount() != 2) {
      return;
    }
    if (isTextAndNumber(binding, 0, 1) || isTextAndNumber(binding, 1, 0)) {
      SqlParserPos place = binding.getCall().getParserPosition();
      throw new UncheckedSqlException(
          Failure.TYPE_MISMATCH.because(
              "Text cannot be compared with a number: put the number in quotes (line "
                  + place.getLineNum()
                  + ", column "
                  + place.getColumnNum()
                  + ")"));
    }
  }

  /** A text literal may stand for a number, as in {@code 1 = '1'}. */
  private static boolean isTextAndNumber(SqlCallBinding binding, int text, int number) {
    return SqlTypeUtil.isCharacter(binding.getOperandType(text))
        && !binding.isOperandLiteral(text, false)
        && isNumeric(binding, number);
  }

  private static boolean isNumeric(SqlCallBinding binding, int operand) {
    return SqlTypeUtil.isNumeric(binding.getOperandType(operand));
  }
}
