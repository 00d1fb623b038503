package io.workspacesql.jdbc;

import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of a chain of warnings. */
final class WarningTexts {
  private WarningTexts() {}

  static List<String> of(@Nullable SQLWarning first) {
    List<String> texts = new ArrayList<>();
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      texts.add(warning.getMessage());
    }
    return texts;
  }
}
