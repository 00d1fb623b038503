package io.workspacesql.sql.time;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** What a type becomes in a lowered plan: TIMESTAMP and INTERVAL become BIGINT, others stay. */
final class LoweredTypes {
  private static final int INTEGER_DIGITS = 19;

  private final RelDataTypeFactory types;

  LoweredTypes(RelDataTypeFactory types) {
    this.types = types;
  }

  /** Whether values of this type are of another kind once lowered. */
  static boolean changes(RelDataType type) {
    if (type.isStruct()) {
      return type.getFieldList().stream().anyMatch(field -> changes(field.getType()));
    }
    RelDataType component = type.getComponentType();
    return isTimestamp(type)
        || SqlTypeUtil.isInterval(type)
        || isForeign(type)
        || (component != null && changes(component));
  }

  static boolean isTimestamp(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.TIMESTAMP;
  }

  /** Types that the driver has no values for. */
  private static boolean isForeign(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case TIMESTAMP_TZ, TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIME_TZ, TIME_WITH_LOCAL_TIME_ZONE -> true;
      default -> false;
    };
  }

  /**
   * The lowered type, as nullable as the given one.
   *
   * @throws UncheckedSqlException 0A000 for arrays of timestamps and for types with time zone
   */
  RelDataType of(RelDataType type) {
    if (!changes(type)) {
      return type;
    }
    if (type.isStruct()) {
      return row(type);
    }
    if (isTimestamp(type) || SqlTypeUtil.isInterval(type)) {
      return bigint(type.isNullable());
    }
    throw new UncheckedSqlException(
        Failure.NOT_SUPPORTED.because("The driver has no values of type " + type));
  }

  RelDataType bigint(boolean nullable) {
    return types.createTypeWithNullability(types.createSqlType(SqlTypeName.BIGINT), nullable);
  }

  RelDataType text(boolean nullable) {
    return types.createTypeWithNullability(types.createSqlType(SqlTypeName.VARCHAR), nullable);
  }

  /** The number of an interval's multiplication. */
  RelDataType decimal(boolean nullable) {
    return types.createTypeWithNullability(
        types.createSqlType(SqlTypeName.DECIMAL, INTEGER_DIGITS, 0), nullable);
  }

  private RelDataType row(RelDataType type) {
    List<RelDataType> fields =
        type.getFieldList().stream().map(RelDataTypeField::getType).map(this::of).toList();
    return types.createTypeWithNullability(
        types.createStructType(type.getStructKind(), fields, type.getFieldNames()),
        type.isNullable());
  }
}
