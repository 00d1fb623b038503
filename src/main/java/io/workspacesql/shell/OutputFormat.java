package io.workspacesql.shell;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** How rows are printed. */
enum OutputFormat {
  /** Aligned columns for readers; control characters are escaped. */
  TABLE,
  /**
   * RFC 4180 for programs: the exact text, NULL as an empty field. Lines end with a line feed
   * alone: a shell would take a carriage return for a part of the last value.
   */
  CSV,
  /** The same for spreadsheets: no text is taken for a formula. */
  SHEET;

  /** Prints all rows as they arrive. */
  void print(ResultSet rows, PrintStream out) throws SQLException {
    switch (this) {
      case TABLE -> AlignedTable.print(rows, out);
      case CSV -> CommaSeparated.print(rows, UnaryOperator.identity(), "\n", out);
      case SHEET -> CommaSeparated.print(rows, SheetText::of, "\r\n", out);
    }
  }
}
