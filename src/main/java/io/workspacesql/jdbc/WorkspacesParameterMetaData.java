package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.jdbc.metadata.SqlTypeFacts;
import io.workspacesql.sql.ParameterType;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;

/** The types that the planner inferred for the {@code ?} of a statement. Immutable. */
record WorkspacesParameterMetaData(List<ParameterType> parameters)
    implements ParameterMetaData, Unwrapping {

  private ParameterType parameter(int number) throws SQLException {
    if (number < 1 || number > parameters.size()) {
      throw Failure.PARAMETER_INDEX.because(number, parameters.size());
    }
    return parameters.get(number - 1);
  }

  private SqlTypeFacts facts(int number) throws SQLException {
    return SqlTypeFacts.of(parameter(number).jdbcType());
  }

  @Override
  public int getParameterCount() {
    return parameters.size();
  }

  /** NULL is a value of every parameter. */
  @Override
  public int isNullable(int param) throws SQLException {
    parameter(param);
    return parameterNullable;
  }

  @Override
  public boolean isSigned(int param) throws SQLException {
    return facts(param).isNumber();
  }

  @Override
  public int getPrecision(int param) throws SQLException {
    return facts(param).columnSize(parameter(param).precision());
  }

  @Override
  public int getScale(int param) throws SQLException {
    return parameter(param).scale();
  }

  @Override
  public int getParameterType(int param) throws SQLException {
    return parameter(param).jdbcType();
  }

  @Override
  public String getParameterTypeName(int param) throws SQLException {
    return parameter(param).typeName();
  }

  @Override
  public String getParameterClassName(int param) throws SQLException {
    return facts(param).className();
  }

  @Override
  public int getParameterMode(int param) throws SQLException {
    parameter(param);
    return parameterModeIn;
  }
}
