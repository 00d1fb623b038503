package io.workspacesql.shell;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in aligned columns. The first rows decide how wide these are; later, wider values push the
 * rest of their line aside, so that a result of any length is printed while it is read.
 */
final class AlignedTable {
  private static final int ROWS_MEASURED = 500;
  private static final String NULL = "NULL";

  private final PrintStream out;
  private final List<String> labels = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private final int[] widths;

  private AlignedTable(ResultSetMetaData columns, PrintStream out) throws SQLException {
    this.out = out;
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(Printable.of(columns.getColumnLabel(i)));
      numeric.add(isNumeric(columns.getColumnType(i)));
    }
    this.widths = labels.stream().mapToInt(Printable::width).toArray();
  }

  static void print(ResultSet rows, PrintStream out) throws SQLException {
    new AlignedTable(rows.getMetaData(), out).print(rows);
  }

  private void print(ResultSet rows) throws SQLException {
    List<List<String>> first = firstOf(rows);
    first.forEach(this::measure);
    printHeader();
    first.forEach(this::printRow);
    long count = first.size();
    while (first.size() == ROWS_MEASURED && rows.next()) {
      printRow(read(rows));
      count++;
    }
    out.println(count == 1 ? "(1 row)" : "(" + count + " rows)");
  }

  private List<List<String>> firstOf(ResultSet rows) throws SQLException {
    List<List<String>> first = new ArrayList<>();
    while (first.size() < ROWS_MEASURED && rows.next()) {
      first.add(read(rows));
    }
    return first;
  }

  private List<String> read(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>(labels.size());
    for (int i = 1; i <= labels.size(); i++) {
      String value = rows.getString(i);
      values.add(value == null ? NULL : Printable.of(value));
    }
    return values;
  }

  private void measure(List<String> values) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], Printable.width(values.get(i)));
    }
  }

  private void printHeader() {
    printRow(labels);
    out.println(
        IntStream.of(widths).mapToObj(w -> "-".repeat(w + 2)).collect(Collectors.joining("+")));
  }

  private void printRow(List<String> values) {
    String line =
        IntStream.range(0, widths.length)
            .mapToObj(i -> " " + pad(values.get(i), i))
            .collect(Collectors.joining(" |"));
    out.println(line.stripTrailing());
  }

  private String pad(String value, int column) {
    String space = " ".repeat(Math.max(0, widths[column] - Printable.width(value)));
    return numeric.get(column) ? space + value : value + space;
  }

  private static boolean isNumeric(int jdbcType) {
    return switch (jdbcType) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC ->
          true;
      default -> false;
    };
  }
}
