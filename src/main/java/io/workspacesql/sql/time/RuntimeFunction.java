package io.workspacesql.sql.time;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/** An operator of lowered plans: a static method that generated code calls. */
final class RuntimeFunction extends SqlUserDefinedFunction {
  static final RuntimeFunction PARSE = timestamp("parse", SqlTypeName.BIGINT);
  static final RuntimeFunction TEXT = timestamp("text", SqlTypeName.VARCHAR);
  static final RuntimeFunction TRUNCATE = timestamp("truncate", SqlTypeName.BIGINT);
  static final RuntimeFunction START_OF_DAY = timestamp("startOfDay", SqlTypeName.BIGINT);
  static final RuntimeFunction DATE = timestamp("date", SqlTypeName.DATE);
  static final RuntimeFunction TIME = timestamp("time", SqlTypeName.TIME);
  static final RuntimeFunction TIME_TEXT = timestamp("timeText", SqlTypeName.VARCHAR);
  static final RuntimeFunction EXTRACT = timestamp("extract", SqlTypeName.BIGINT);
  static final RuntimeFunction FLOOR = timestamp("floor", SqlTypeName.BIGINT);
  static final RuntimeFunction CEIL = timestamp("ceil", SqlTypeName.BIGINT);
  static final RuntimeFunction DATE_TRUNC = timestamp("dateTrunc", SqlTypeName.BIGINT);
  static final RuntimeFunction ADD = timestamp("add", SqlTypeName.BIGINT);
  static final RuntimeFunction BETWEEN = timestamp("between", SqlTypeName.BIGINT);
  static final RuntimeFunction PLUS = timestamp("plus", SqlTypeName.BIGINT);
  static final RuntimeFunction PLUS_DAYS = timestamp("plusDays", SqlTypeName.BIGINT);
  static final RuntimeFunction PLUS_MONTHS = timestamp("plusMonths", SqlTypeName.BIGINT);

  static final RuntimeFunction DATE_PLUS = interval("datePlus", SqlTypeName.DATE);
  static final RuntimeFunction DATE_PLUS_MONTHS = interval("datePlusMonths", SqlTypeName.DATE);
  static final RuntimeFunction TIME_PLUS = interval("timePlus", SqlTypeName.TIME);
  static final RuntimeFunction TIME_BETWEEN = interval("timeBetween", SqlTypeName.BIGINT);
  static final RuntimeFunction TIMES = interval("times", SqlTypeName.BIGINT);
  static final RuntimeFunction DIVIDED_BY = interval("dividedBy", SqlTypeName.BIGINT);
  static final RuntimeFunction INTERVAL_EXTRACT = interval("extract", SqlTypeName.BIGINT);
  static final RuntimeFunction MONTHS_EXTRACT = interval("extractOfMonths", SqlTypeName.BIGINT);
  static final RuntimeFunction INTERVAL_TEXT = interval("text", SqlTypeName.VARCHAR);

  static final RuntimeFunction NOW =
      new RuntimeFunction("now", SqlTypeName.BIGINT, new StatementMicros());

  private RuntimeFunction(String name, SqlTypeName type, ScalarFunction function) {
    super(
        new SqlIdentifier(name, SqlParserPos.ZERO),
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.explicit(type).andThen(SqlTypeTransforms.TO_NULLABLE),
        null,
        null,
        function);
  }

  private static RuntimeFunction timestamp(String method, SqlTypeName type) {
    return of(TimeFunctions.class, method, type);
  }

  private static RuntimeFunction interval(String method, SqlTypeName type) {
    return of(IntervalFunctions.class, method, type);
  }

  private static RuntimeFunction of(Class<?> functions, String name, SqlTypeName type) {
    Method method =
        Arrays.stream(functions.getMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return new RuntimeFunction(name, type, ScalarFunctionImpl.create(method));
  }

  /** Another value in each execution: never folded when planning. */
  @Override
  public boolean isDynamicFunction() {
    return getFunction() instanceof StatementMicros;
  }

  private static final class StatementMicros implements ScalarFunction, ImplementableFunction {
    @Override
    public List<FunctionParameter> getParameters() {
      return List.of();
    }

    @Override
    public RelDataType getReturnType(RelDataTypeFactory types) {
      return types.createSqlType(SqlTypeName.BIGINT);
    }

    @Override
    public CallImplementor getImplementor() {
      return (translator, call, nullAs) ->
          Expressions.call(StatementTime.class, "micros", DataContext.ROOT);
    }
  }
}
