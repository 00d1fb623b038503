package io.workspacesql.run;

import io.workspacesql.error.PrintableText;
import io.workspacesql.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an UPDATE wants of a row, compared with rows that begin with the changed columns. */
record Changes(List<Change> list) {
  private static final int SHOWN = 100;

  /** Whether the row holds all the new values. */
  boolean areIn(@Nullable Object[] row) {
    for (int i = 0; i < list.size(); i++) {
      if (!Objects.equals(row[i], list.get(i).newValue())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the row holds all the old values, as far as they are known. */
  boolean mayBeToCome(@Nullable Object[] row) {
    for (int i = 0; i < list.size(); i++) {
      Change change = list.get(i);
      if (change.oldKnown() && !Objects.equals(row[i], change.oldValue())) {
        return false;
      }
    }
    return true;
  }

  /** Where the row holds something else than the new values. */
  String differences(@Nullable Object[] row) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Change change = list.get(i);
      if (!Objects.equals(row[i], change.newValue())) {
        differences.add(
            "%s is %s instead of %s"
                .formatted(change.column().name(), shown(row[i]), shown(change.newValue())));
      }
    }
    return String.join(", ", differences);
  }

  private static String shown(@Nullable Object value) {
    return value instanceof String text
        ? "'" + PrintableText.of(text, SHOWN) + "'"
        : String.valueOf(value);
  }
}
