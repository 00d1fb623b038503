package io.workspacesql.shell;

import java.sql.SQLException;

/** An exception or a warning as a line for the user. */
final class Complaint {
  private Complaint() {}

  /** Such as {@code ERROR 42S02: Object 'TENANTS' not found}. */
  static String of(String kind, SQLException exception) {
    String state = exception.getSQLState() == null ? "" : " " + exception.getSQLState();
    return kind + state + ": " + Printable.of(String.valueOf(exception.getMessage()));
  }
}
