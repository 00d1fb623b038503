package io.workspacesql.sql.type;

import java.sql.Types;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC calls a type of the planner, and how its values leave the planner.
 *
 * @param code a constant of {@link Types}
 * @param name the SQL name without precision
 * @param precision 0 = not known
 */
public record JdbcType(int code, String name, int precision, int scale) {

  /** The JDBC view of a planner's type. */
  public static JdbcType of(RelDataType type) {
    SqlTypeName sqlType = type.getSqlTypeName();
    return switch (sqlType) {
      case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, FLOAT, DOUBLE, DATE ->
          new JdbcType(sqlType.getJdbcOrdinal(), sqlType.getName(), 0, 0);
      case DECIMAL ->
          new JdbcType(Types.DECIMAL, "DECIMAL", type.getPrecision(), Math.max(0, type.getScale()));
      case TIME, TIMESTAMP ->
          new JdbcType(sqlType.getJdbcOrdinal(), sqlType.getName(), 0, type.getPrecision());
      case BINARY, VARBINARY -> new JdbcType(Types.VARBINARY, "VARBINARY", knownLength(type), 0);
      case ARRAY, MULTISET -> new JdbcType(Types.ARRAY, "ARRAY", 0, 0);
      default -> new JdbcType(Types.VARCHAR, "VARCHAR", textLength(type), 0);
    };
  }

  /** How a value of this planner's type becomes the value that the driver hands on. */
  public static UnaryOperator<@Nullable Object> export(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case TINYINT, SMALLINT -> value -> value == null ? null : ((Number) value).intValue();
      case FLOAT -> value -> value == null ? null : ((Number) value).doubleValue();
      case BINARY, VARBINARY -> value -> value == null ? null : ((ByteString) value).getBytes();
      case ARRAY, MULTISET -> value -> value == null ? null : List.copyOf((List<?>) value);
      case BOOLEAN, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, DATE, TIME, TIMESTAMP, CHAR, VARCHAR ->
          UnaryOperator.identity();
      default -> value -> value == null ? null : value.toString();
    };
  }

  /** A parameter's value as generated code takes it. */
  public static @Nullable Object toPlanner(@Nullable Object value) {
    return value instanceof byte[] bytes ? new ByteString(bytes) : value;
  }

  private static int textLength(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.CHAR || type.getSqlTypeName() == SqlTypeName.VARCHAR
        ? knownLength(type)
        : 0;
  }

  private static int knownLength(RelDataType type) {
    return Math.max(0, type.getPrecision());
  }
}
