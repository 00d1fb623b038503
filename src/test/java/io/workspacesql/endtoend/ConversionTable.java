package io.workspacesql.endtoend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table as the JDBC specification prints its conversions: one row a method or class, one column a
 * type, and in each cell {@code x} allowed by the specification, {@code +} allowed by the driver
 * alone, {@code .} refused as a value (class 22), {@code !} refused as a feature (0A000).
 */
record ConversionTable(List<String> columns, List<Row> rows) {
  static final char ALLOWED = 'x';
  private static final String DRIVERS_OWN = "+";

  /** The marks of a method or class. */
  record Row(String name, List<String> marks) {
    /** What a run of the row can show: it cannot tell an own conversion from a prescribed one. */
    String outcomes() {
      return String.join(" ", marks).replace(DRIVERS_OWN, String.valueOf(ALLOWED));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A table's first line names its columns. */
  static ConversionTable parse(String text) {
    List<List<String>> lines = text.lines().map(ConversionTable::words).toList();
    List<String> header = lines.get(0);
    Stream<Row> rows =
        lines.stream().skip(1).map(line -> new Row(line.get(0), line.subList(1, line.size())));
    return new ConversionTable(header.subList(1, header.size()), rows.toList());
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split(" +"));
  }
}
