package io.workspacesql.sql.token;

import io.workspacesql.plan.TokenCall;
import io.workspacesql.sql.type.EngineTypeFactory;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlTableFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeInference;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/**
 * What a call in a syntax tree calls: the function with the arguments of this one call. The
 * operands are there for the validator, which types parameters, and to tell one tree from another.
 */
final class TokenFunction extends SqlFunction implements SqlTableFunction {
  private static final SqlOperandTypeInference TEXT =
      (call, returnType, types) -> {
        for (int i = 0; i < types.length; i++) {
          types[i] = text(call.getTypeFactory());
        }
      };

  private final TokenCall call;

  TokenFunction(TokenCall call) {
    super(
        call.function().name(),
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.CURSOR,
        TEXT,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_TABLE_FUNCTION);
    this.call = call;
  }

  private static RelDataType text(RelDataTypeFactory types) {
    return types.createTypeWithNullability(types.createSqlType(SqlTypeName.VARCHAR), true);
  }

  TokenCall call() {
    return call;
  }

  /** The planner would look the function up by its name, and find none: no table of it has one. */
  @Override
  public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall node) {
    for (SqlNode operand : node.getOperandList()) {
      if (operand.getKind() != SqlKind.DEFAULT) {
        validator.deriveType(scope, operand);
      }
    }
    RelDataType cursor = validator.getTypeFactory().createSqlType(SqlTypeName.CURSOR);
    validator.setValidatedNodeType(node, cursor);
    return cursor;
  }

  @Override
  public SqlReturnTypeInference getRowTypeInference() {
    return binding ->
        ((EngineTypeFactory) binding.getTypeFactory()).rowType(call.function().columns());
  }
}
