package io.workspacesql.sql.time;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicFunction;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlAbstractTimeFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.util.SqlOperatorTables;

/**
 * Functions that the validator knows from here instead of from the planner's own table: it lacks
 * some, and takes others for whole seconds or for INTEGER.
 */
public final class TimeOperators {
  private static final SqlReturnTypeInference TIMESTAMP =
      ReturnTypes.explicit(SqlTypeName.TIMESTAMP).andThen(SqlTypeTransforms.TO_NULLABLE);

  /** {@code DATE_TRUNC(unit, timestamp)} of PostgreSQL. */
  static final SqlFunction DATE_TRUNC =
      SqlBasicFunction.create(
          "DATE_TRUNC",
          TIMESTAMP,
          OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.TIMESTAMP),
          SqlFunctionCategory.TIMEDATE);

  /**
   * {@code TIMESTAMPADD(unit, count, timestamp)} with the unit as text, and another name: the
   * validator looks functions up by name.
   */
  static final SqlFunction TIMESTAMPADD =
      SqlBasicFunction.create(
          "TIMESTAMP_ADD_UNITS",
          TIMESTAMP,
          OperandTypes.family(
              SqlTypeFamily.CHARACTER, SqlTypeFamily.INTEGER, SqlTypeFamily.TIMESTAMP),
          SqlFunctionCategory.TIMEDATE);

  /** {@code TIMESTAMPDIFF(unit, from, to)} with the unit as text. */
  static final SqlFunction TIMESTAMPDIFF =
      SqlBasicFunction.create(
          "TIMESTAMP_DIFF_UNITS",
          ReturnTypes.BIGINT_NULLABLE,
          OperandTypes.family(
              SqlTypeFamily.CHARACTER, SqlTypeFamily.TIMESTAMP, SqlTypeFamily.TIMESTAMP),
          SqlFunctionCategory.TIMEDATE);

  /** What stands above a leaf until the plan is lowered: no statement can call it. */
  static final SqlFunction OF_MICROS =
      SqlBasicFunction.create(
          "TIMESTAMP_OF_MICROS",
          TIMESTAMP,
          OperandTypes.family(SqlTypeFamily.INTEGER),
          SqlFunctionCategory.TIMEDATE);

  private static final SqlOperatorTable TABLE =
      SqlOperatorTables.of(
          List.of(
              DATE_TRUNC,
              TIMESTAMPADD,
              TIMESTAMPDIFF,
              new Now("CURRENT_TIMESTAMP", SqlSyntax.FUNCTION_ID),
              new Now("LOCALTIMESTAMP", SqlSyntax.FUNCTION_ID),
              new Now("NOW", SqlSyntax.FUNCTION)));

  private TimeOperators() {}

  /** These functions before those of another table. */
  public static SqlOperatorTable before(SqlOperatorTable others) {
    return SqlOperatorTables.chain(TABLE, others);
  }

  /** The statement's instant; with six digits unless the call says how many. */
  private static final class Now extends SqlAbstractTimeFunction {
    private final SqlSyntax syntax;

    Now(String name, SqlSyntax syntax) {
      super(name, SqlTypeName.TIMESTAMP);
      this.syntax = syntax;
    }

    @Override
    public SqlSyntax getSyntax() {
      return syntax;
    }

    @Override
    public RelDataType inferReturnType(SqlOperatorBinding call) {
      return call.getOperandCount() == 0
          ? call.getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP)
          : super.inferReturnType(call);
    }
  }
}
