package io.workspacesql.plan;

import java.util.List;
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
      return String.valueOf(value);
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
}
