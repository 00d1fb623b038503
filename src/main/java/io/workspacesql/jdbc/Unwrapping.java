package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** {@link Wrapper} for objects that wrap nothing but themselves. */
interface Unwrapping extends Wrapper {

  @Override
  default <T> T unwrap(@Nullable Class<T> wanted) throws SQLException {
    if (wanted == null || !wanted.isInstance(this)) {
      throw Failure.INVALID_PARAMETER.because("This object is no " + wanted);
    }
    return wanted.cast(this);
  }

  @Override
  default boolean isWrapperFor(@Nullable Class<?> wanted) {
    return wanted != null && wanted.isInstance(this);
  }
}
