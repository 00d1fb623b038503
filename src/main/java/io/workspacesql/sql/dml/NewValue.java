package io.workspacesql.sql.dml;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Which values the server takes, checked before anything is written. */
final class NewValue {
  private NewValue() {}

  /**
   * The value itself.
   *
   * @throws SQLException 23502 for NULL where none may be, 22023 for an empty name or another
   *     status, 22021 for a name that has no UTF-8 form
   */
  static @Nullable Object checked(ColumnDefinition column, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      if (!column.nullable()) {
        throw Failure.NOT_NULL.because("Column " + column.name() + " cannot be NULL");
      }
      return null;
    }
    if (column.name().equals("name")) {
      checkName((String) value);
    }
    if (column.name().equals("status") && WorkspaceStatus.of((String) value).isEmpty()) {
      throw Failure.INVALID_PARAMETER.because(
          "status is 'active' or 'inactive', not '" + value + "'");
    }
    return value;
  }

  private static void checkName(String name) throws SQLException {
    if (name.isEmpty()) {
      throw Failure.INVALID_PARAMETER.because("A workspace needs a name that is not empty");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw Failure.NOT_ENCODABLE.because(
          "A name with half a surrogate pair has no UTF-8 form and cannot be sent");
    }
  }
}
