package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.sql.ParameterType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a statement's {@code ?}, as internal values of the types that were inferred. */
final class Parameters {
  private static final Object MISSING = new Object();

  private final List<ParameterType> types;
  private final ValueConversion conversion;
  private final @Nullable Object[] values;

  Parameters(List<ParameterType> types, ValueConversion conversion) {
    this.types = types;
    this.conversion = conversion;
    this.values = new @Nullable Object[types.size()];
    clear();
  }

  void clear() {
    Arrays.fill(values, MISSING);
  }

  /**
   * Sets a parameter to a plain value, see {@link PlainValue}; 22018, 22003 or 22007 when the
   * parameter's type cannot hold it.
   *
   * @param number 1 = the first
   */
  void set(int number, @Nullable Object plain) throws SQLException {
    ParameterType type = type(number);
    values[number - 1] =
        plain == null ? null : conversion.internal(plain, type.jdbcType(), type.typeName());
  }

  private ParameterType type(int number) throws SQLException {
    if (number < 1 || number > types.size()) {
      throw Failure.PARAMETER_INDEX.because(number, types.size());
    }
    return types.get(number - 1);
  }

  /** A copy of all values; 07001 when one was not set. */
  List<@Nullable Object> values() throws SQLException {
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object value : values) {
      if (value == MISSING) {
        throw Failure.PARAMETER_MISSING.because(copy.size() + 1, types.size());
      }
      copy.add(value);
    }
    return Collections.unmodifiableList(copy);
  }
}
