package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The type that {@code setObject} names: a value becomes one of it before it is the parameter's.
 */
final class NamedType {
  private NamedType() {}

  /**
   * A plain value, see {@link PlainValue}, as one of this type.
   *
   * @throws SQLException class 22 when it cannot be, 0A000 for a type that no value has here
   */
  static Object through(Object plain, int jdbcType, ValueConversion conversion)
      throws SQLException {
    JDBCType named = named(jdbcType);
    return switch (named) {
      case NULL, OTHER, JAVA_OBJECT -> plain;
      case ARRAY, DATALINK, DISTINCT, REF, REF_CURSOR, ROWID, SQLXML, STRUCT, TIME_WITH_TIMEZONE ->
          throw Failure.NOT_SUPPORTED.because("A parameter cannot be set as " + named);
      default -> {
        int ours = ours(named);
        yield PlainValue.ofInternal(conversion.internal(plain, ours, named.getName()), ours);
      }
    };
  }

  private static int ours(JDBCType named) {
    return switch (named) {
      case TIMESTAMP_WITH_TIMEZONE -> Types.TIMESTAMP;
      case BLOB -> Types.VARBINARY;
      default -> named.getVendorTypeNumber();
    };
  }

  private static JDBCType named(int jdbcType) throws SQLException {
    try {
      return JDBCType.valueOf(jdbcType);
    } catch (IllegalArgumentException e) {
      throw Failure.INVALID_PARAMETER.causedBy(e, "Type " + jdbcType + " is unknown");
    }
  }
}
