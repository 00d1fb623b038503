package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/** The validator, lenient towards parameters: one whose type nothing tells is text. */
final class PlannerValidator extends SqlValidatorImpl {
  /** A cast tells the type itself; a row takes it from where it is used. */
  private static final Set<SqlKind> TYPED_ELSEWHERE =
      EnumSet.of(SqlKind.CAST, SqlKind.SAFE_CAST, SqlKind.ROW);

  private final Map<Integer, RelDataType> parameterTypes = new HashMap<>();

  PlannerValidator(SqlOperatorTable operators, CalciteCatalogReader reader) {
    super(
        operators,
        reader,
        reader.getTypeFactory(),
        Config.DEFAULT
            .withConformance(SqlConformanceEnum.LENIENT)
            .withIdentifierExpansion(true)
            .withTypeCoercionFactory(ComparableTypes::new));
  }

  @Override
  protected void inferUnknownTypes(
      RelDataType inferredType, SqlValidatorScope scope, SqlNode node) {
    if (node instanceof SqlCase) {
      inferParameters(scope, node);
    }
    RelDataType type =
        node instanceof SqlDynamicParam parameter
            ? parameterType(parameter, inferredType)
            : inferredType;
    super.inferUnknownTypes(type, scope, node);
  }

  /** COALESCE and NULLIF are rewritten with copies of their operands: all have the first type. */
  private RelDataType parameterType(SqlDynamicParam parameter, RelDataType inferredType) {
    boolean isText =
        inferredType.equals(unknownType) || SqlTypeFamily.CHARACTER.contains(inferredType);
    return parameterTypes.computeIfAbsent(
        parameter.getIndex(), index -> isText ? nullableText() : inferredType);
  }

  @Override
  public RelDataType deriveType(SqlValidatorScope scope, SqlNode node) {
    inferParameters(scope, node);
    return super.deriveType(scope, node);
  }

  /**
   * An operator's type comes from its operands', so that of a parameter among them must be known.
   */
  private void inferParameters(SqlValidatorScope scope, SqlNode node) {
    if (getValidatedNodeTypeIfKnown(node) != null) {
      return;
    }
    if (node instanceof SqlCase choice) {
      inferBranches(scope, choice);
    } else if (node instanceof SqlCall call && hasOpenParameter(call)) {
      inferUnknownTypes(unknownType, scope, call);
    }
  }

  private boolean hasOpenParameter(SqlCall call) {
    boolean isOperation = call.getOperator() instanceof SqlFunction || call.isA(SqlKind.EXPRESSION);
    return isOperation
        && !call.isA(TYPED_ELSEWHERE)
        && call.getOperandList().stream()
            .anyMatch(
                operand ->
                    operand instanceof SqlDynamicParam
                        && getValidatedNodeTypeIfKnown(operand) == null);
  }

  private void inferBranches(SqlValidatorScope scope, SqlCase choice) {
    List<@Nullable SqlNode> branches = new ArrayList<>(choice.getThenOperands());
    branches.add(choice.getElseOperand());
    RelDataType known = unknownType;
    for (SqlNode branch : branches) {
      if (branch != null && !SqlUtil.isNullLiteral(branch, true) && parameterIn(branch) == null) {
        inferUnknownTypes(unknownType, scope, branch);
        known = deriveType(scope, branch);
      }
    }
    if (!known.equals(unknownType)) {
      inferParameters(scope, branches, known);
    }
    RelDataType truth = typeFactory.createSqlType(SqlTypeName.BOOLEAN);
    choice.getWhenOperands().forEach(when -> inferUnknownTypes(truth, scope, when));
    inferParameters(scope, branches, known);
  }

  private void inferParameters(
      SqlValidatorScope scope, List<@Nullable SqlNode> branches, RelDataType type) {
    for (SqlNode branch : branches) {
      SqlDynamicParam parameter = branch == null ? null : parameterIn(branch);
      if (parameter != null) {
        inferUnknownTypes(type, scope, parameter);
      }
    }
  }

  private static @Nullable SqlDynamicParam parameterIn(SqlNode branch) {
    SqlNode inner =
        branch.getKind() == SqlKind.CAST_NOT_NULL ? ((SqlCall) branch).operand(0) : branch;
    return inner instanceof SqlDynamicParam parameter ? parameter : null;
  }

  /** Calcite would put the rows of a recursive query into a schema that we do not have. */
  @Override
  public void validateWithItem(SqlWithItem item) {
    if (item.recursive.booleanValue()) {
      throw new UncheckedSqlException(Failure.NOT_SUPPORTED.because("WITH RECURSIVE is not known"));
    }
    super.validateWithItem(item);
  }

  private RelDataType nullableText() {
    return typeFactory.createTypeWithNullability(
        typeFactory.createSqlType(SqlTypeName.VARCHAR), true);
  }
}
