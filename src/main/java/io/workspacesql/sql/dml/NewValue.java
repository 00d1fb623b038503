package io.workspacesql.sql.dml;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.WorkspaceName;
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
      WorkspaceName.check((String) value);
    }
    if (column.name().equals("status") && WorkspaceStatus.of((String) value).isEmpty()) {
      throw Failure.INVALID_PARAMETER.because(
          "status is 'active' or 'inactive', not '" + value + "'");
    }
    return value;
  }
}
