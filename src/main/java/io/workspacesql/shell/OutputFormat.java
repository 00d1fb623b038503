package io.workspacesql.shell;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How rows are printed. */
enum OutputFormat {
  /** Aligned columns for readers; control characters are escaped. */
  TABLE,
  /** RFC 4180 for programs: the exact text, NULL as an empty field. */
  CSV;

  /** Prints all rows as they arrive. */
  void print(ResultSet rows, PrintStream out) throws SQLException {
    switch (this) {
      case TABLE -> AlignedTable.print(rows, out);
      case CSV -> CommaSeparated.print(rows, out);
    }
  }
}
