package io.workspacesql.sql.dml;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ColumnType;
import io.workspacesql.plan.Operand;
import io.workspacesql.sql.ParameterType;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.type.SqlTypeName;

/** Values that need no computing: a literal of the column's type, NULL or a parameter. */
final class SimpleValue {
  private SimpleValue() {}

  static Optional<Operand> of(SqlNode value, ColumnDefinition column) {
    if (value instanceof SqlDynamicParam parameter) {
      return Optional.of(new Operand.Parameter(parameter.getIndex()));
    }
    if (SqlUtil.isNullLiteral(value, false)) {
      return Optional.of(new Operand.Constant(null));
    }
    if (value instanceof SqlCharStringLiteral text && column.type() == ColumnType.VARCHAR) {
      return Optional.of(new Operand.Constant(text.getValueAs(String.class)));
    }
    return value instanceof SqlLiteral literal
            && literal.getTypeName() == SqlTypeName.BOOLEAN
            && column.type() == ColumnType.BOOLEAN
        ? Optional.of(new Operand.Constant(literal.booleanValue()))
        : Optional.empty();
  }

  /** The parameters among values that go to these columns, with the columns' types. */
  static Map<Integer, ParameterType> parameters(
      List<Operand> values, List<ColumnDefinition> columns) {
    Map<Integer, ParameterType> parameters = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof Operand.Parameter parameter) {
        parameters.put(parameter.index(), type(columns.get(i)));
      }
    }
    return parameters;
  }

  private static ParameterType type(ColumnDefinition column) {
    return switch (column.type()) {
      case VARCHAR -> new ParameterType(Types.VARCHAR, "VARCHAR", column.precision(), 0);
      case BOOLEAN -> new ParameterType(Types.BOOLEAN, "BOOLEAN", 0, 0);
      case INTEGER -> new ParameterType(Types.INTEGER, "INTEGER", 0, 0);
      case BIGINT -> new ParameterType(Types.BIGINT, "BIGINT", 0, 0);
      case TIMESTAMP -> new ParameterType(Types.TIMESTAMP, "TIMESTAMP", 0, column.precision());
    };
  }
}
