package io.workspacesql.sql.predicate;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.jspecify.annotations.Nullable;

/**
 * UPPER and LOWER, whose results may be longer than their operand: {@code UPPER('ß')} is 'SS'.
 *
 * <p>The planner's own have the type of their operand, and cut off what does not fit into it.
 */
public final class CaseFunction {
  private static final SqlFunction UPPER = named("UPPER");
  private static final SqlFunction LOWER = named("LOWER");
  private static final SqlOperatorTable TABLE = SqlOperatorTables.of(List.of(UPPER, LOWER));

  private CaseFunction() {}

  /** These functions before those of another table. */
  public static SqlOperatorTable before(SqlOperatorTable others) {
    return SqlOperatorTables.chain(TABLE, others);
  }

  /** How a call becomes one of the plan; null = it is not one of these functions. */
  public static @Nullable SqlRexConvertlet convertlet(SqlCall call) {
    if (call.getOperator().equals(UPPER)) {
      return (context, upper) -> converted(context, upper, SqlStdOperatorTable.UPPER);
    }
    return call.getOperator().equals(LOWER)
        ? (context, lower) -> converted(context, lower, SqlStdOperatorTable.LOWER)
        : null;
  }

  private static RexNode converted(SqlRexContext context, SqlCall call, SqlFunction function) {
    RexBuilder builder = context.getRexBuilder();
    RexNode operand = context.convertExpression(call.operand(0));
    RelDataType anyLength =
        builder
            .getTypeFactory()
            .createTypeWithNullability(
                builder.getTypeFactory().createSqlType(SqlTypeName.VARCHAR),
                operand.getType().isNullable());
    return builder.makeCall(
        call.getParserPosition(), function, List.of(builder.makeCast(anyLength, operand)));
  }

  private static SqlFunction named(String name) {
    return SqlBasicFunction.create(
        name,
        ReturnTypes.VARCHAR.andThen(SqlTypeTransforms.TO_NULLABLE),
        OperandTypes.CHARACTER,
        SqlFunctionCategory.STRING);
  }
}
