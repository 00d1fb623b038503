package io.workspacesql.soundness;

import static io.workspacesql.soundness.Column.CACHE_ENABLED;
import static io.workspacesql.soundness.Column.NAME;
import static io.workspacesql.soundness.Column.STATUS;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which statements and values are refused, and by which SQLState; null = they are not. */
final class Rules {
  static final String TAKEN = "23505";

  private static final List<Column> WRITABLE = List.of(NAME, STATUS, CACHE_ENABLED);
  private static final Set<String> STATUSES = Set.of("active", "inactive");
  private static final String NULL_VALUE = "23502";
  private static final String BAD_VALUE = "22023";

  private Rules() {}

  /** Of a statement that is wrong whatever the rows are. */
  static String mistake(Write write) {
    if (write instanceof Write.Update update) {
      List<Column> columns = update.assignments().stream().map(Assignment::column).toList();
      if (new HashSet<>(columns).size() < columns.size()) {
        return "42701";
      }
      return WRITABLE.containsAll(columns) ? null : "42808";
    }
    List<Column> columns =
        write instanceof Write.Insert insert
            ? insert.columns()
            : write instanceof Write.Copy copy ? copy.columns() : List.of(NAME);
    return columns.contains(NAME) ? null : NULL_VALUE;
  }

  /** Of values that an UPDATE sets: of the first one that is wrong. */
  static String wrong(Map<Column, Object> values) {
    return wrong(values, Rules::wrong);
  }

  /** Of values that an INSERT gives. */
  static String wrongInNew(Map<Column, Object> values) {
    return wrong(values, Rules::wrongInNew);
  }

  /** A check of a column's value; null = right. */
  private interface Check {
    String wrong(Column column, Object value);
  }

  private static String wrong(Map<Column, Object> values, Check check) {
    return values.entrySet().stream()
        .map(value -> check.wrong(value.getKey(), value.getValue()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String wrong(Column column, Object value) {
    if (column == CACHE_ENABLED) {
      return null;
    }
    if (value == null) {
      return NULL_VALUE;
    }
    boolean fits = column == NAME ? !value.equals("") : STATUSES.contains(value);
    return fits ? null : BAD_VALUE;
  }

  private static String wrongInNew(Column column, Object value) {
    if (WRITABLE.contains(column)) {
      return column == STATUS && value == null ? null : wrong(column, value);
    }
    return value == null ? null : "42808";
  }
}
