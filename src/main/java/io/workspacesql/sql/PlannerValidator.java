package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** The validator, lenient towards parameters: one whose type nothing tells is text. */
final class PlannerValidator extends SqlValidatorImpl {

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
    boolean untyped = node instanceof SqlDynamicParam && inferredType.equals(unknownType);
    super.inferUnknownTypes(untyped ? nullableText() : inferredType, scope, node);
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
