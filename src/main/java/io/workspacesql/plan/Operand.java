package io.workspacesql.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value that a request or a row check needs: known when planning, or a {@code ?}. */
public sealed interface Operand {

  /**
   * The internal value (see {@link io.workspacesql.catalog.ColumnType}); null is SQL's NULL.
   *
   * @param parameters the statement's parameters as internal values
   */
  @Nullable Object resolve(List<@Nullable Object> parameters);

  /** How EXPLAIN shows it before the parameters are known. */
  String describe();

  /** A value of the statement's text. */
  record Constant(@Nullable Object value) implements Operand {
    @Override
    public @Nullable Object resolve(List<@Nullable Object> parameters) {
      return value;
    }

    @Override
    public String describe() {
      return value instanceof String text
          ? "'" + text.replace("'", "''") + "'"
          : String.valueOf(value);
    }
  }

  /** The parameter with this zero-based index. */
  record Parameter(int index) implements Operand {
    @Override
    public @Nullable Object resolve(List<@Nullable Object> parameters) {
      return parameters.get(index);
    }

    @Override
    public String describe() {
      return "?" + (index + 1);
    }
  }

  /** LOWER or UPPER of a text. */
  record Folded(Fold fold, Operand text) implements Operand {
    @Override
    public @Nullable Object resolve(List<@Nullable Object> parameters) {
      Object value = text.resolve(parameters);
      return value == null ? null : fold.apply((String) value);
    }

    @Override
    public String describe() {
      return fold.describe(text.describe());
    }
  }

  /** {@code a || b …}: NULL when one part is NULL. */
  record Concatenation(List<Operand> parts) implements Operand {
    public Concatenation {
      parts = List.copyOf(parts);
    }

    @Override
    public @Nullable Object resolve(List<@Nullable Object> parameters) {
      StringBuilder text = new StringBuilder();
      for (Operand part : parts) {
        Object value = part.resolve(parameters);
        if (value == null) {
          return null;
        }
        text.append(value);
      }
      return text.toString();
    }

    @Override
    public String describe() {
      return parts.stream().map(Operand::describe).collect(Collectors.joining(" || "));
    }
  }
}
