package io.workspacesql.plan;

import java.util.Locale;

/** What SQL does to a text before it compares it. */
public enum Fold {
  NONE {
    @Override
    public String apply(String text) {
      return text;
    }
  },
  LOWER {
    @Override
    public String apply(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  },
  UPPER {
    @Override
    public String apply(String text) {
      return text.toUpperCase(Locale.ROOT);
    }
  };

  /** The folded text; independent of the JVM's locale. */
  public abstract String apply(String text);

  /** The name of a comparison with the folded column, such as {@code LOWER LIKE}. */
  String operator(String comparison) {
    return this == NONE ? comparison : name() + " " + comparison;
  }

  String describe(String column) {
    return this == NONE ? column : name() + "(" + column + ")";
  }
}
